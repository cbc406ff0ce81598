package dev.ratchet.spi;

import java.util.Objects;

/**
 * What a reviewer decided. Reviewers create it.
 *
 * @param kind the decision
 * @param reviewer who decided, by name
 * @param comment why; goes back to the proposer when the answer is no
 */
public record Decision(Kind kind, String reviewer, String comment) {

  /** The ways a review can end. */
  public enum Kind {
    /** The candidate may be applied. */
    APPROVED,
    /** The candidate is refused. */
    REJECTED,
    /** Nobody has decided yet; the run stops and can be resumed. */
    PENDING
  }

  /**
   * Returns a decision.
   *
   * @throws IllegalArgumentException if the reviewer is blank
   */
  public Decision {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(comment, "comment");
    if (reviewer.isBlank()) {
      throw new IllegalArgumentException("A decision names its reviewer");
    }
  }

  /** Returns a yes. */
  public static Decision approved(String reviewer, String comment) {
    return new Decision(Kind.APPROVED, reviewer, comment);
  }

  /** Returns a no. */
  public static Decision rejected(String reviewer, String comment) {
    return new Decision(Kind.REJECTED, reviewer, comment);
  }

  /** Returns word that the decision is still to come. */
  public static Decision pending(String reviewer, String comment) {
    return new Decision(Kind.PENDING, reviewer, comment);
  }
}
