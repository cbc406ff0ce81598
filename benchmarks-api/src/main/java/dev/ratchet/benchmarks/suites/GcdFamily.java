package dev.ratchet.benchmarks.suites;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Greatest common divisors and least common multiples of two to five numbers.
 *
 * <p>Some numbers are 0, equal, multiples of each other or without a common divisor; a few have a
 * product beyond a long, though every result fits. Canonical form: the numbers in ascending order.
 */
final class GcdFamily implements TaskFamily {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  @Override
  public String name() {
    return "gcd";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    while (true) {
      boolean isGcd = dice.oneIn(2);
      List<Long> numbers = dice.shuffled(numbers(isGcd, dice));
      BigInteger result = isGcd ? gcd(numbers) : lcm(numbers);
      boolean isDefined = !isGcd || result.signum() > 0;
      if (isDefined && result.compareTo(MOST) <= 0) {
        return question(isGcd ? "gcd" : "lcm", numbers, result);
      }
    }
  }

  private static Question question(String kind, List<Long> numbers, BigInteger result) {
    List<Long> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    return Question.exact(text(kind, numbers), text(kind, sorted), result.toString());
  }

  private static String text(String kind, List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" ", kind + " ", ""));
  }

  private static List<Long> numbers(boolean isGcd, Dice dice) {
    if (dice.oneIn(20)) {
      return wide(dice);
    }
    int count = dice.from(2, 5);
    int most = isGcd ? 600 : List.of(0, 0, 3000, 300, 120, 60).get(count);
    long shared = isGcd ? dice.from(1, 150) : dice.from(1, 12);
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(shared * dice.from(1, most));
    }
    if (dice.oneIn(6)) {
      numbers.set(0, 0L);
    }
    if (isGcd && count > 2 && dice.oneIn(5)) {
      numbers.set(1, 0L);
    }
    if (dice.oneIn(10)) {
      numbers.set(count - 1, numbers.get(count - 2));
    } else if (dice.oneIn(10)) {
      numbers.set(count - 1, numbers.get(count - 2) * dice.from(2, 9));
    } else if (dice.oneIn(8)) {
      numbers.set(count - 1, 1L);
    }
    return numbers;
  }

  /** Returns two numbers whose product is beyond a long and whose multiple is not. */
  private static List<Long> wide(Dice dice) {
    long shared = dice.from(1_200_000_000L, 4_000_000_000L);
    return List.of(shared * dice.from(3, 9), shared * dice.from(3, 9));
  }

  private static BigInteger gcd(List<Long> numbers) {
    return numbers.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::gcd);
  }

  private static BigInteger lcm(List<Long> numbers) {
    BigInteger multiple = BigInteger.ONE;
    for (long number : numbers) {
      if (number == 0) {
        return BigInteger.ZERO;
      }
      BigInteger next = BigInteger.valueOf(number);
      multiple = multiple.divide(multiple.gcd(next)).multiply(next);
    }
    return multiple;
  }
}
