package dev.ratchet.benchmarks.suites;

import java.math.BigInteger;
import java.util.SplittableRandom;

/**
 * Powers modulo a number.
 *
 * <p>Exponents are mostly in the thousands; some tasks have base 0 or 1, exponent 0 or 1, modulus
 * 1, a base beyond the modulus or a square beyond an int. Canonical form: the base modulo the
 * modulus (for modulus 1 the base itself, so that every split can hold that edge case), exponent,
 * modulus.
 */
final class ModpowFamily implements TaskFamily {
  @Override
  public String name() {
    return "modpow";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    long modulus = modulus(dice);
    int exponent = exponent(modulus, dice);
    long base = base(modulus, dice);
    BigInteger m = BigInteger.valueOf(modulus);
    BigInteger power = BigInteger.valueOf(base).modPow(BigInteger.valueOf(exponent), m);
    String rest = " " + exponent + " " + modulus;
    long reduced = modulus == 1 ? base : base % modulus;
    return Question.exact(base + rest, reduced + rest, power.toString());
  }

  private static int exponent(long modulus, Dice dice) {
    if (dice.oneIn(modulus == 1 ? 3 : 10)) {
      return 0;
    }
    return dice.oneIn(16) ? dice.from(1, 3) : dice.from(500, 20_000);
  }

  private static long modulus(Dice dice) {
    if (dice.oneIn(12)) {
      return 1;
    }
    if (dice.oneIn(4)) {
      return dice.from(2, 100);
    }
    return dice.oneIn(3) ? dice.from(46_341, Integer.MAX_VALUE) : dice.from(101, 46_340);
  }

  private static long base(long modulus, Dice dice) {
    if (dice.oneIn(10)) {
      return dice.oneIn(4) ? 1 : 0;
    }
    if (dice.oneIn(12)) {
      return modulus;
    }
    return dice.oneIn(4) ? dice.from(2, Integer.MAX_VALUE) : dice.from(2, 10_000);
  }
}
