package dev.ratchet.benchmarks;

/** A part of a suite, told apart by who may see it. Users name it; suites draw for it. */
public enum Split {
  /** Shown to the proposer, with failures and profile. */
  TUNING,
  /** Decides first whether a candidate is better; nothing of it reaches a proposer. */
  VALIDATION,
  /** Confirms a decision on tasks that were drawn after the candidate was frozen. */
  HELD_OUT,
  /** Kept for audits of a whole run. */
  VAULT
}
