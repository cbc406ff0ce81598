package dev.ratchet.benchmarks.suites;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Counting the ways to place n queens on a board with blocked squares.
 *
 * <p>Boards have 4 to 7 rows, mostly 5 or 6; some have no blocked square, some a blocked row, and
 * some no solution. Canonical form: the smallest of the eight rotations and reflections.
 */
final class QueensFamily implements TaskFamily {
  @Override
  public String name() {
    return "queens";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    int n = size(dice);
    Set<Integer> blocked = blocked(n, dice);
    String body = n + lines(n, dice.shuffled(blocked));
    return Question.exact(body, canonical(n, blocked), Long.toString(new Count(n, blocked).all()));
  }

  private static int size(Dice dice) {
    if (dice.oneIn(12)) {
      return 7;
    }
    return dice.oneIn(6) ? 4 : dice.from(5, 6);
  }

  private static Set<Integer> blocked(int n, Dice dice) {
    Set<Integer> blocked = new TreeSet<>();
    if (dice.oneIn(16)) {
      int row = dice.from(0, n - 1);
      for (int column = 0; column < n; column++) {
        blocked.add(row * n + column);
      }
    }
    int more = dice.oneIn(24) ? 0 : dice.from(1, n + 2);
    for (int i = 0; i < more; i++) {
      blocked.add(dice.from(0, n * n - 1));
    }
    return blocked;
  }

  private static String lines(int n, Iterable<Integer> squares) {
    StringBuilder lines = new StringBuilder();
    for (int square : squares) {
      lines.append('\n').append(square / n).append(' ').append(square % n);
    }
    return lines.toString();
  }

  private static String canonical(int n, Set<Integer> blocked) {
    String least = "";
    for (int symmetry = 0; symmetry < 8; symmetry++) {
      int s = symmetry;
      String text =
          blocked.stream().map(square -> moved(n, square, s)).sorted().toList().toString();
      if (symmetry == 0 || text.compareTo(least) < 0) {
        least = text;
      }
    }
    return n + least;
  }

  private static int moved(int n, int square, int symmetry) {
    int row = square / n;
    int column = square % n;
    int r = (symmetry & 1) == 0 ? row : n - 1 - row;
    int c = (symmetry & 2) == 0 ? column : n - 1 - column;
    return (symmetry & 4) == 0 ? r * n + c : c * n + r;
  }

  /** The count by bit masks: one row at a time, attacked columns and diagonals as bits. */
  private static final class Count {
    private final int n;
    private final int[] blockedInRow;

    Count(int n, Set<Integer> blocked) {
      this.n = n;
      blockedInRow = new int[n];
      blocked.forEach(square -> blockedInRow[square / n] |= 1 << square % n);
    }

    long all() {
      return from(0, 0, 0, 0);
    }

    private long from(int row, int columns, int left, int right) {
      if (row == n) {
        return 1;
      }
      long count = 0;
      int free = ((1 << n) - 1) & ~(columns | left | right | blockedInRow[row]);
      for (; free != 0; free &= free - 1) {
        int bit = Integer.lowestOneBit(free);
        count += from(row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
      }
      return count;
    }
  }
}
