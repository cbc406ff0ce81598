package org.forge.expr;

/** Run by the build. */
final class ParserTest {
  void adds() {
    if (!Calculator.value("1 + 2 * 3").equals(Rational.of(7))) {
      throw new AssertionError();
    }
  }

  void divides() {
    if (!Calculator.value("1 / 2").equals(Rational.of(1, 2))) {
      throw new AssertionError();
    }
  }
}
