package puzzles.agent;

import java.util.ArrayList;
import java.util.List;

/** Counts, adds up and finds primes, and splits numbers into them. */
final class Primes {

  private static final int FIRST_LIMIT = 10;

  private Primes() {}

  static String solve(List<String> body) {
    String line = body.get(0);
    return switch (Words.of(line).get(0)) {
      case "count" -> String.valueOf(count(Words.number(line, 1), Words.number(line, 2)));
      case "sum" -> String.valueOf(sum(Words.number(line, 1), Words.number(line, 2)));
      case "nth" -> String.valueOf(nth(Words.number(line, 1)));
      case "factor" -> format(factor(Words.number(line, 1)));
      default -> throw new IllegalArgumentException("Unknown question '" + line + "'.");
    };
  }

  private static long count(long low, long high) {
    return between(low, high).size();
  }

  private static long sum(long low, long high) {
    long sum = 0;
    for (long number = low; number < high; number++) {
      if (isPrime(number)) {
        sum += number;
      }
    }
    return sum;
  }

  /** Returns the k-th prime, where the first one is 2. */
  private static long nth(long k) {
    if (k < 1) {
      throw new IllegalArgumentException("There is no prime number " + k + ".");
    }
    long limit = FIRST_LIMIT;
    while (between(2, limit).size() < k) {
      limit = limit * 2;
    }
    return between(2, limit).get((int) k - 1);
  }

  /** Returns the primes from low to high, both included. */
  private static List<Long> between(long low, long high) {
    List<Long> primes = new ArrayList<>();
    for (long number = low; number <= high; number++) {
      if (isPrime(number)) {
        primes.add(number);
      }
    }
    return primes;
  }

  private static boolean isPrime(long number) {
    if (number < 2) {
      return false;
    }
    for (long divisor = 2; divisor <= Math.sqrt(number); divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the prime factors in ascending order, as often as they occur. */
  private static List<Long> factor(long number) {
    List<Long> factors = new ArrayList<>();
    if (number < 2) {
      return factors;
    }
    factors.add(smallestFactor(number));
    factors.addAll(factor(number / smallestFactor(number)));
    return factors;
  }

  private static long smallestFactor(long number) {
    for (long divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return divisor;
      }
    }
    return number;
  }

  private static String format(List<Long> factors) {
    String text = "";
    for (int i = 0; i < factors.size(); i++) {
      if (i > 0) {
        text += " ";
      }
      text += factors.get(i);
    }
    return text;
  }
}
