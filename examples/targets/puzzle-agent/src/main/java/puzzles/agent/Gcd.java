package puzzles.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the greatest common divisor and the least common multiple of several numbers. */
final class Gcd {

  private Gcd() {}

  static String solve(List<String> body) {
    String line = body.get(0);
    String question = Words.of(line).get(0);
    if (question.equals("gcd")) {
      return String.valueOf(gcdOfAll(line));
    }
    if (question.equals("lcm")) {
      return String.valueOf(lcmOfAll(line));
    }
    throw new IllegalArgumentException("Unknown question '" + line + "'.");
  }

  private static long gcdOfAll(String line) {
    long result = 0;
    for (int i = 0; i < Words.numbersFrom(line, 1).size(); i++) {
      result = gcd(result, Words.numbersFrom(line, 1).get(i));
    }
    return result;
  }

  private static long gcd(long a, long b) {
    if (b == 0) {
      return a;
    }
    return gcd(b, a % b);
  }

  private static long lcmOfAll(String line) {
    List<Long> numbers = Words.numbersFrom(line, 1);
    if (numbers.contains(0L)) {
      return 0;
    }
    Map<Long, Integer> exponents = new TreeMap<>();
    for (long number : numbers) {
      for (long prime : primeFactors(number)) {
        int exponent = Collections.frequency(primeFactors(number), prime);
        if (exponent > exponents.getOrDefault(prime, 0)) {
          exponents.put(prime, exponent);
        }
      }
    }
    return multiply(exponents);
  }

  /** Splits a number into primes, each as often as it divides the number. */
  private static List<Long> primeFactors(long number) {
    List<Long> factors = new ArrayList<>();
    long rest = number;
    long divisor = 2;
    while (divisor * divisor < rest) {
      if (rest % divisor == 0) {
        factors.add(divisor);
        rest = rest / divisor;
      } else {
        divisor++;
      }
    }
    if (rest > 1) {
      factors.add(rest);
    }
    return factors;
  }

  private static long multiply(Map<Long, Integer> exponents) {
    long product = 1;
    for (Map.Entry<Long, Integer> entry : exponents.entrySet()) {
      for (int i = 0; i < entry.getValue(); i++) {
        product *= entry.getKey();
      }
    }
    return product;
  }
}
