package dev.ratchet.benchmarks.suites;

import java.math.BigInteger;
import java.util.SplittableRandom;

/**
 * Powers modulo a number.
 *
 * <p>Exponents are mostly in the thousands; some tasks have base 0 or 1, exponent 0 or 1, modulus
 * 1, a base beyond the modulus or a square beyond an int. Canonical form: the base modulo the
 * modulus, the exponent and the modulus.
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
    int exponent = dice.oneIn(10) ? 0 : dice.oneIn(16) ? dice.from(1, 3) : dice.from(500, 20_000);
    long base = base(modulus, dice);
    BigInteger m = BigInteger.valueOf(modulus);
    BigInteger power = BigInteger.valueOf(base).modPow(BigInteger.valueOf(exponent), m);
    return Question.exact(
        base + " " + exponent + " " + modulus,
        base % modulus + " " + exponent + " " + modulus,
        power.toString());
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
