package dev.ratchet.spi;

/** The stages of an attempt, in their order. */
public enum Stage {
  /** A proposer suggests an edit. */
  PROPOSE,
  /** The suggestion is read and applied to the snapshot, in memory. */
  RESOLVE,
  /** The resulting tree is looked up among those already tried. */
  RECALL,
  /** Guardrails judge it; nothing of it runs. */
  GUARD,
  /** Validators compile and test it. */
  VALIDATE,
  /**
   * Where the loop is told to: both are measured on tuning tasks, after it compiled and before its
   * tests.
   *
   * <p>It only ever refuses; what passes has shown nothing yet.
   */
  SCREEN,
  /** Baseline and candidate are measured on validation tasks. */
  MEASURE,
  /** Both are measured on fresh held-out tasks. */
  CONFIRM,
  /** A person decides. */
  REVIEW,
  /** The edit is written. */
  APPLY,
  /** What was written is compared with what was accepted, and validated again. */
  RECHECK
}
