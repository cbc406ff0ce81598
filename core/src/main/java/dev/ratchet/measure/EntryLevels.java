package dev.ratchet.measure;

import dev.ratchet.spi.Entry;

/**
 * How the error of a whole run is divided over its entries. Authors of gates choose one.
 *
 * <p>Pure functions.
 */
@FunctionalInterface
public interface EntryLevels {
  /**
   * Returns the error that one entry may spend.
   *
   * @return from 0 to 1; 0 where nothing is left, so that the entry can't be accepted
   */
  double level(Entry entry);

  /**
   * Returns levels for a run with so many entries at most.
   *
   * <p>The probability that any accepted candidate of the run is none is at most the error, by the
   * union bound. After the last entry nothing is accepted until a person begins a new run.
   *
   * @param error from 0 to 1
   * @param entries 1 or more
   */
  static EntryLevels fixed(double error, int entries) {
    requireError(error);
    if (entries < 1) {
      throw new IllegalArgumentException("A run has at least 1 entry, but is to have " + entries);
    }
    return entry -> entry.number() <= entries ? error / entries : 0;
  }

  /**
   * Returns levels for a run without an end: of the accepted candidates, a share of at most the
   * error is expected to be none, whatever their dependence.
   *
   * <p>This is e-LOND (Xu and Ramdas, 2024): {@code error * g(k) * (accepted + 1)} with {@code
   * g(k)} in proportion to {@code 1 / ((k + 1) ln(k + 1)^2)}, which adds up to 1.
   *
   * @param error from 0 to 1
   */
  static EntryLevels endless(double error) {
    requireError(error);
    return entry -> error * share(entry.number()) * (entry.accepted() + 1);
  }

  private static void requireError(double error) {
    if (!(error > 0 && error < 1)) {
      throw new IllegalArgumentException("An error is between 0 and 1, but is " + error);
    }
  }

  private static double share(int number) {
    double log = Math.log(number + 1.0);
    return 1 / ((number + 1) * log * log) / SUM;
  }

  /** An upper bound of the sum of 1 / ((k + 1) ln(k + 1)^2) over k from 1 on, by the integral. */
  double SUM = 2.109743;
}
