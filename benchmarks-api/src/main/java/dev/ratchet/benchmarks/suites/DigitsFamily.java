package dev.ratchet.benchmarks.suites;

import java.util.SplittableRandom;

/**
 * Digit sums, digital roots, and how many numbers of a range have a digit sum.
 *
 * <p>Numbers are short, long or near the greatest long; ranges hold one number, none, or cross a
 * power of ten; some digit sums are out of reach. Canonical form: the text.
 */
final class DigitsFamily implements TaskFamily {
  private static final int WIDEST = 20_000;

  @Override
  public String name() {
    return "digits";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    if (dice.oneIn(5)) {
      long n = number(dice);
      return question("sum " + n, digitSum(n));
    }
    if (dice.oneIn(4)) {
      long n = number(dice);
      return question("root " + n, n == 0 ? 0 : 1 + (n - 1) % 9);
    }
    return count(dice);
  }

  private static Question question(String body, long answer) {
    return Question.exact(body, body, Long.toString(answer));
  }

  private static long number(Dice dice) {
    if (dice.oneIn(6)) {
      return dice.oneIn(2) ? Long.MAX_VALUE - dice.from(0, 100_000) : dice.from(0, 9);
    }
    return dice.from(0L, powerOfTen(dice.from(1, 18)));
  }

  private static Question count(Dice dice) {
    long low = low(dice);
    long high = high(low, dice);
    long sum = sum(low, high, dice);
    long count = high < low ? 0 : upTo(high, sum) - upTo(low - 1, sum);
    return question("count " + low + " " + high + " " + sum, count);
  }

  private static long low(Dice dice) {
    if (dice.oneIn(3)) {
      return Math.max(0, powerOfTen(dice.from(0, 7)) - dice.from(1, 3000));
    }
    return dice.oneIn(12) ? dice.from(1_000_000_000L, 1_000_000_000_000L) : dice.from(0, 100_000);
  }

  private static long high(long low, Dice dice) {
    if (dice.oneIn(12)) {
      return low;
    }
    if (low > 0 && dice.oneIn(16)) {
      return low - dice.from(1, (int) Math.min(low, 50));
    }
    return low + dice.from(500, WIDEST);
  }

  private static long sum(long low, long high, Dice dice) {
    if (dice.oneIn(10)) {
      return dice.oneIn(2) ? 0 : 9L * Long.toString(high).length() + dice.from(0, 2);
    }
    return digitSum(high > low ? dice.from(low, high) : low);
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  private static long digitSum(long n) {
    return Long.toString(n).chars().map(c -> c - '0').sum();
  }

  /** Returns how many numbers from 0 to {@code high} have the digit sum, digit by digit. */
  private static long upTo(long high, long sum) {
    if (high < 0) {
      return 0;
    }
    String digits = Long.toString(high);
    long count = digitSum(high) == sum ? 1 : 0;
    long rest = sum;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      for (int smaller = 0; smaller < digit; smaller++) {
        count += free(digits.length() - 1 - i, rest - smaller);
      }
      rest -= digit;
    }
    return count;
  }

  /** Returns how many texts of so many digits have the digit sum. */
  private static long free(int length, long sum) {
    if (sum < 0 || sum > 9L * length) {
      return 0;
    }
    long[] ways = {1};
    for (int i = 0; i < length; i++) {
      long[] next = new long[ways.length + 9];
      for (int s = 0; s < next.length; s++) {
        for (int digit = Math.max(0, s - ways.length + 1); digit <= Math.min(9, s); digit++) {
          next[s] += ways[s - digit];
        }
      }
      ways = next;
    }
    return ways[(int) sum];
  }
}
