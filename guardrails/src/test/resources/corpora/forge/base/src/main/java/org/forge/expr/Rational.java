package org.forge.expr;

import java.math.BigInteger;
import java.util.Objects;

/** An exact fraction in lowest terms. */
public final class Rational implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  private final BigInteger top;
  private final BigInteger bottom;

  private Rational(BigInteger top, BigInteger bottom) {
    if (bottom.signum() == 0) {
      throw new ArithmeticException("A fraction of zero");
    }
    BigInteger common = top.gcd(bottom);
    if (bottom.signum() < 0) {
      common = common.negate();
    }
    this.top = top.divide(common);
    this.bottom = bottom.divide(common);
  }

  public static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  public static Rational of(long top, long bottom) {
    return new Rational(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
  }

  /** Reads {@code 3}, {@code 1/2} or {@code 0.25}. */
  public static Rational parse(String text) {
    int slash = text.indexOf('/');
    if (slash > 0) {
      return new Rational(
          new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }
    int dot = text.indexOf('.');
    if (dot >= 0) {
      String digits = text.substring(dot + 1);
      BigInteger scale = BigInteger.ONE;
      for (int i = 0; i < digits.length(); i++) {
        scale = scale.multiply(BigInteger.TEN);
      }
      return new Rational(new BigInteger(text.substring(0, dot) + digits), scale);
    }
    return new Rational(new BigInteger(text), BigInteger.ONE);
  }

  public Rational plus(Rational other) {
    return new Rational(
        top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational times(Rational other) {
    return new Rational(top.multiply(other.top), bottom.multiply(other.bottom));
  }

  public Rational over(Rational other) {
    return new Rational(top.multiply(other.bottom), bottom.multiply(other.top));
  }

  public Rational negated() {
    return new Rational(top.negate(), bottom);
  }

  public Rational power(int exponent) {
    Rational result = ONE;
    for (int i = 0; i < Math.abs(exponent); i++) {
      result = result.times(this);
    }
    return exponent < 0 ? ONE.over(result) : result;
  }

  public int signum() {
    return top.signum();
  }

  public boolean isWhole() {
    return bottom.equals(BigInteger.ONE);
  }

  public int intValue() {
    return top.divide(bottom).intValue();
  }

  public double doubleValue() {
    return top.doubleValue() / bottom.doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return minus(other).signum();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Rational)) {
      return false;
    }
    Rational that = (Rational) other;
    return top.equals(that.top) && bottom.equals(that.bottom);
  }

  @Override
  public int hashCode() {
    return Objects.hash(top, bottom);
  }

  @Override
  public String toString() {
    return isWhole() ? top.toString() : top + "/" + bottom;
  }
}
