package puzzles.agent;

import java.math.BigInteger;

/** An exact fraction in lowest terms with a positive denominator. */
final class Fraction {

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  private final BigInteger numerator;
  private final BigInteger denominator;

  Fraction(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("The denominator is zero.");
    }
    BigInteger divisor = gcd(numerator.abs(), denominator.abs());
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    this.numerator = numerator.divide(divisor);
    this.denominator = denominator.divide(divisor);
  }

  static Fraction of(long number) {
    return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
  }

  private static BigInteger gcd(BigInteger a, BigInteger b) {
    return b.signum() == 0 ? a : gcd(b, a.mod(b));
  }

  Fraction negate() {
    return new Fraction(numerator.negate(), denominator);
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(other.negate());
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  boolean isZero() {
    return equals(ZERO);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fraction fraction && toString().equals(fraction.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    if (denominator.equals(BigInteger.ONE)) {
      return numerator.toString();
    }
    return numerator + "/" + denominator;
  }
}
