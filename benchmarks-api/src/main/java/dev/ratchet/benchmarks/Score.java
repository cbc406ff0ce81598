package dev.ratchet.benchmarks;

/**
 * A judgement of one answer. Checkers return it; users read it.
 *
 * @param credit share of the task that is solved, from 0 (wrong) to 1 (right)
 * @param reason why, in a few words; empty for a right answer
 */
public record Score(double credit, String reason) {
  /**
   * Returns a checked score.
   *
   * @throws IllegalArgumentException if {@code credit} is not a number from 0 to 1
   */
  public Score {
    if (!(credit >= 0 && credit <= 1)) {
      throw new IllegalArgumentException("credit must be from 0 to 1, but is " + credit);
    }
  }

  /** Returns the score of a right answer. */
  public static Score right() {
    return new Score(1, "");
  }

  /** Returns the score of a wrong answer, with the reason. */
  public static Score wrong(String reason) {
    return new Score(0, reason);
  }

  /** Returns whether the whole task is solved. */
  public boolean isRight() {
    return credit == 1;
  }
}
