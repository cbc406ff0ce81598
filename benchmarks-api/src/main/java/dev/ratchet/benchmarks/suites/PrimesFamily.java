package dev.ratchet.benchmarks.suites;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prime numbers: how many, their sum, the K-th, and the factors of a number.
 *
 * <p>Ranges begin at 0, 1 or 2, hold one number, none, or no prime; numbers to factor are prime,
 * powers, smooth, or beyond an int. Canonical form: the text, with a range's lower end at least 2.
 */
final class PrimesFamily implements TaskFamily {
  private static final int LIMIT = 60_000;
  private static final int MOST_NTH = 300;

  @Override
  public String name() {
    return "primes";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    if (dice.oneIn(4)) {
      return nth(dice.oneIn(6) ? dice.from(1, 12) : dice.from(1, MOST_NTH));
    }
    return dice.oneIn(3) ? factor(number(dice)) : range(dice);
  }

  private static Question range(Dice dice) {
    int low = low(dice);
    int high = high(low, dice);
    boolean isSum = dice.oneIn(2);
    IntStream primes = primes(Math.max(high, 2)).stream().filter(p -> p >= low && p <= high);
    String kind = isSum ? "sum " : "count ";
    return Question.exact(
        kind + low + " " + high,
        kind + Math.max(low, 2) + " " + high,
        Long.toString(isSum ? primes.asLongStream().sum() : primes.count()));
  }

  private static int low(Dice dice) {
    if (dice.oneIn(4)) {
      return dice.from(0, 2);
    }
    return dice.oneIn(5) ? dice.from(2000, 50_000) : dice.from(3, 1200);
  }

  private static int high(int low, Dice dice) {
    if (dice.oneIn(12)) {
      return low;
    }
    if (low > 0 && dice.oneIn(16)) {
      return dice.from(Math.max(0, low - 40), low - 1);
    }
    if (dice.oneIn(8)) {
      return low + dice.from(1, 6);
    }
    return low + (low >= 2000 ? dice.from(1, 40) : dice.from(10, 1500));
  }

  private static Question nth(int k) {
    int prime = primes(2500).stream().skip(k - 1L).findFirst().orElseThrow();
    return Question.exact("nth " + k, "nth " + k, Integer.toString(prime));
  }

  private static long number(Dice dice) {
    if (dice.oneIn(5)) {
      return dice.pick(primes(LIMIT).stream().boxed().toList());
    }
    if (dice.oneIn(5)) {
      int base = dice.pick(List.of(2, 3, 5, 7, 11, 13, 37, 101));
      return power(base, dice.from(1, (int) (Math.log(1e9) / Math.log(base))));
    }
    if (dice.oneIn(4)) {
      return smooth(dice);
    }
    return dice.from(2, 150_000);
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  /** Returns a number beyond an int whose prime factors are all small. */
  private static long smooth(Dice dice) {
    long number = 1;
    while (number <= Integer.MAX_VALUE) {
      number *= dice.pick(List.of(2, 3, 5, 7, 11, 13, 17, 19, 23, 97, 101, 499));
    }
    return number;
  }

  private static Question factor(long number) {
    List<Long> factors = new ArrayList<>();
    long rest = number;
    for (long divisor = 2; divisor * divisor <= rest; divisor++) {
      while (rest % divisor == 0) {
        factors.add(divisor);
        rest /= divisor;
      }
    }
    if (rest > 1) {
      factors.add(rest);
    }
    return Question.exact(
        "factor " + number,
        "factor " + number,
        factors.stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  /** Returns the primes up to a limit, by the sieve of Eratosthenes. */
  private static BitSet primes(int limit) {
    BitSet primes = new BitSet(limit + 1);
    primes.set(2, limit + 1);
    for (int p = 2; p * p <= limit; p = primes.nextSetBit(p + 1)) {
      for (int multiple = p * p; multiple <= limit; multiple += p) {
        primes.clear(multiple);
      }
    }
    return primes;
  }
}
