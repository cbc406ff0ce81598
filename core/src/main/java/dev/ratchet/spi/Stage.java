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
