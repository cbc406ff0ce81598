package dev.ratchet.benchmarks;

/**
 * How far a number may be off. Users create it.
 *
 * <p>A number passes when its distance from what is expected is at most the larger of the two.
 *
 * @param absolute in the unit of the answer
 * @param relative as a share of what is expected: 0.01 is one percent
 */
public record Tolerance(double absolute, double relative) {
  /**
   * Returns a tolerance.
   *
   * @throws IllegalArgumentException if a part is negative or not a finite number
   */
  public Tolerance {
    if (!(absolute >= 0 && relative >= 0) || Double.isInfinite(absolute + relative)) {
      throw new IllegalArgumentException(
          "A tolerance must not be negative, but is " + absolute + " and " + relative);
    }
  }

  /** Returns a tolerance in the unit of the answer. */
  public static Tolerance absolute(double most) {
    return new Tolerance(most, 0);
  }

  /** Returns a tolerance as a share of what is expected; 0.01 is one percent. */
  public static Tolerance relative(double share) {
    return new Tolerance(0, share);
  }

  /** Returns whether a number is close enough; never for what is not a finite number. */
  public boolean allows(double expected, double actual) {
    double distance = Math.abs(actual - expected);
    return distance <= Math.max(absolute, relative * Math.abs(expected));
  }
}
