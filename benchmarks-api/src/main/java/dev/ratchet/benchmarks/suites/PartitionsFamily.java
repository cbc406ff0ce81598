package dev.ratchet.benchmarks.suites;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Counting the partitions of a number from 0 to 40, perhaps into parts of at most K, K at least 1.
 *
 * <p>This family is small: there are about 860 canonical forms in all, so draws with different
 * seeds share tasks, but never two splits. Canonical form: the number and K, where a K beyond the
 * number and no K at all count as the number itself; for numbers below 3, the text, so that every
 * split can hold these edge cases.
 */
final class PartitionsFamily implements TaskFamily {
  private static final int MOST = 40;
  private static final int SMALLEST_MERGED = 3;

  @Override
  public String name() {
    return "partitions";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    int n = dice.oneIn(10) ? dice.from(0, SMALLEST_MERGED - 1) : dice.from(SMALLEST_MERGED, MOST);
    if (dice.oneIn(4)) {
      return question(n, Optional.empty());
    }
    int k = n < SMALLEST_MERGED || dice.oneIn(8) ? dice.from(n + 1, MOST + 5) : dice.from(1, n);
    return question(n, Optional.of(k));
  }

  private static Question question(int n, Optional<Integer> largest) {
    String body = "count " + n + largest.map(k -> " " + k).orElse("");
    int parts = Math.min(n, largest.orElse(n));
    String canonical = n < SMALLEST_MERGED ? body : n + " " + parts;
    return Question.exact(body, canonical, Long.toString(count(n, parts)));
  }

  /** Returns the count, adding one size of part after the other. */
  private static long count(int n, int largest) {
    long[] ways = new long[n + 1];
    ways[0] = 1;
    for (int part = 1; part <= largest; part++) {
      for (int sum = part; sum <= n; sum++) {
        ways[sum] += ways[sum - part];
      }
    }
    return ways[n];
  }
}
