package puzzles.agent;

import java.util.List;

/** Raises a number to a power and keeps the remainder. */
final class ModPow {

  private ModPow() {}

  static String solve(List<String> body) {
    String line = body.get(0);
    long base = Words.number(line, 0);
    long exponent = Words.number(line, 1);
    long modulus = Words.number(line, 2);
    if (exponent < 0) {
      throw new IllegalArgumentException("The exponent " + exponent + " is negative.");
    }
    if (modulus < 1) {
      throw new IllegalArgumentException("The modulus " + modulus + " is not positive.");
    }
    return String.valueOf(power(base, exponent, modulus));
  }

  private static long power(long base, long exponent, long modulus) {
    long result = 1;
    for (long i = 0; i < exponent; i++) {
      result = times(result, base, modulus);
    }
    return remainder(result, modulus);
  }

  private static long times(long a, long b, long modulus) {
    return remainder(remainder(a, modulus) * remainder(b, modulus), modulus);
  }

  private static long remainder(long number, long modulus) {
    long remainder = number % modulus;
    return remainder < 0 ? remainder + modulus : remainder;
  }
}
