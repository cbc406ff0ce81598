package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.Checker;
import dev.ratchet.benchmarks.Score;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Systems of two to four linear equations with exactly one solution.
 *
 * <p>Solutions are integers or fractions, negative ones included; some systems have a zero where
 * elimination looks for its first or second pivot. Canonical form: the rows, each divided by its
 * greatest common divisor, its first number positive, in sorted order.
 */
final class LinearFamily implements TaskFamily {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(/[0-9]{1,18})?");
  private static final int LONGEST_ANSWER = 200;

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    int n = dice.from(2, 4);
    long[][] rows = rows(n, dice);
    while (determinant(square(rows)) == 0) {
      rows = rows(n, dice);
    }
    String lines = Arrays.stream(rows).map(LinearFamily::text).collect(Collectors.joining("\n"));
    return new Question(n + "\n" + lines, canonical(rows), solution(rows), checker(rows));
  }

  /** Returns rows of coefficients, each with its right-hand side at the end. */
  private static long[][] rows(int n, Dice dice) {
    long[][] rows = new long[n][n + 1];
    boolean isSparse = dice.oneIn(4);
    for (long[] row : rows) {
      Arrays.setAll(row, i -> isSparse && i < n && dice.oneIn(2) ? 0 : dice.from(-9, 9));
    }
    if (dice.oneIn(5)) {
      rows[0][0] = 0;
    } else if (dice.oneIn(5)) {
      int factor = dice.from(-2, 2);
      rows[1][0] = factor * rows[0][0];
      rows[1][1] = factor * rows[0][1];
    }
    if (dice.oneIn(2)) {
      long[] unknowns = LongStream.generate(() -> dice.from(-12, 12)).limit(n).toArray();
      for (long[] row : rows) {
        row[n] = IntStream.range(0, n).mapToLong(i -> row[i] * unknowns[i]).sum();
      }
    }
    return rows;
  }

  private static String text(long[] row) {
    return Arrays.stream(row).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  private static String canonical(long[][] rows) {
    return Arrays.stream(rows)
        .map(LinearFamily::normal)
        .map(LinearFamily::text)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static long[] normal(long[] row) {
    long divisor = Arrays.stream(row).reduce(0, LinearFamily::gcd);
    long first = Arrays.stream(row).filter(number -> number != 0).findFirst().orElse(1);
    return Arrays.stream(row).map(number -> number / divisor * Long.signum(first)).toArray();
  }

  private static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }

  /** Returns the unknowns by Cramer's rule. */
  private static String solution(long[][] rows) {
    long whole = determinant(square(rows));
    List<String> unknowns = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      long[][] replaced = square(rows);
      for (int row = 0; row < rows.length; row++) {
        replaced[row][i] = rows[row][rows.length];
      }
      unknowns.add(fraction(determinant(replaced), whole));
    }
    return String.join(" ", unknowns);
  }

  private static String fraction(long p, long q) {
    long divisor = gcd(p, q) * Long.signum(q);
    return p / divisor + (q / divisor == 1 ? "" : "/" + q / divisor);
  }

  private static long[][] square(long[][] rows) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, rows.length)).toArray(long[][]::new);
  }

  /** Returns the determinant, expanded along the first row. */
  private static long determinant(long[][] rows) {
    if (rows.length == 1) {
      return rows[0][0];
    }
    long sum = 0;
    for (int column = 0; column < rows.length; column++) {
      long sign = column % 2 == 0 ? 1 : -1;
      sum += sign * rows[0][column] * determinant(minor(rows, column));
    }
    return sum;
  }

  private static long[][] minor(long[][] rows, int without) {
    return Arrays.stream(rows)
        .skip(1)
        .map(
            row ->
                IntStream.range(0, rows.length)
                    .filter(column -> column != without)
                    .mapToLong(column -> row[column])
                    .toArray())
        .toArray(long[][]::new);
  }

  /** Returns a checker that puts the unknowns into the equations. */
  private static Checker checker(long[][] rows) {
    return answer -> {
      if (answer.length() > LONGEST_ANSWER) {
        return Score.wrong("far too long for " + rows.length + " numbers");
      }
      String[] words = answer.strip().split(" ", -1);
      if (words.length != rows.length) {
        return Score.wrong("expected " + rows.length + " numbers, one space between them");
      }
      BigInteger[][] unknowns = new BigInteger[words.length][];
      for (int i = 0; i < words.length; i++) {
        if (!NUMBER.matcher(words[i]).matches()) {
          return Score.wrong("number " + (i + 1) + " is not written p or p/q");
        }
        unknowns[i] = parsed(words[i]);
        if (!words[i].equals(text(unknowns[i]))) {
          return Score.wrong("number " + (i + 1) + " is not reduced, or q is not above 1");
        }
      }
      return firstBroken(rows, unknowns);
    };
  }

  /** Returns numerator and denominator, reduced. */
  private static BigInteger[] parsed(String word) {
    String[] parts = word.split("/", -1);
    BigInteger p = new BigInteger(parts[0]);
    BigInteger q = parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]);
    BigInteger divisor = p.gcd(q).max(BigInteger.ONE);
    return new BigInteger[] {p.divide(divisor), q.divide(divisor)};
  }

  private static String text(BigInteger[] fraction) {
    return fraction[1].equals(BigInteger.ONE) ? "" + fraction[0] : fraction[0] + "/" + fraction[1];
  }

  private static Score firstBroken(long[][] rows, BigInteger[][] unknowns) {
    BigInteger common = BigInteger.ONE;
    for (BigInteger[] unknown : unknowns) {
      common = common.multiply(unknown[1]);
    }
    if (common.signum() == 0) {
      return Score.wrong("a denominator is 0");
    }
    for (int row = 0; row < rows.length; row++) {
      BigInteger rest = common.multiply(BigInteger.valueOf(-rows[row][rows.length]));
      for (int i = 0; i < unknowns.length; i++) {
        BigInteger share = unknowns[i][0].multiply(common.divide(unknowns[i][1]));
        rest = rest.add(share.multiply(BigInteger.valueOf(rows[row][i])));
      }
      if (rest.signum() != 0) {
        return Score.wrong("equation " + (row + 1) + " does not hold");
      }
    }
    return Score.right();
  }
}
