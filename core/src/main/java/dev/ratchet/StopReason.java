package dev.ratchet;

/** Why a run ended. */
public enum StopReason {
  /** All rounds of the budget were run. */
  ROUNDS_SPENT("all rounds were run"),
  /** The budget's time has passed. */
  TIME_SPENT("the time was up"),
  /** The budget's proposals were asked for. */
  PROPOSALS_SPENT("all proposals were asked for"),
  /** The budget's evaluations were made. */
  EVALUATIONS_SPENT("all evaluations were made"),
  /** Proposers reported the budget's cost. */
  COST_SPENT("the cost limit was reached"),
  /** The proposer had nothing left to propose. */
  NOTHING_TO_PROPOSE("nothing was left to propose"),
  /** A reviewer has still to decide; the run can be resumed. */
  REVIEW_PENDING("a review is pending"),
  /** The gate accepted edits that are known to gain nothing; what was kept is in doubt. */
  CANARIES_ACCEPTED("the gate accepted edits that are known to gain nothing"),
  /** Somebody cancelled the run. */
  CANCELLED("it was cancelled"),
  /** An applied edit could not be rolled back, or applying it did not end; look at the target. */
  TARGET_UNCLEAR("the target's state is unclear"),
  /** The journal could not be written. */
  JOURNAL_FAILED("the journal could not be written");

  private final String words;

  StopReason(String words) {
    this.words = words;
  }

  /** Returns the reason as words that follow "the run ended because". */
  public String words() {
    return words;
  }
}
