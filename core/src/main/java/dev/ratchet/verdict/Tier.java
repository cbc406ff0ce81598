package dev.ratchet.verdict;

/** How firmly a finding speaks against an edit. */
public enum Tier {
  /** Refuses the edit; nothing and nobody overrides it. */
  HARD,
  /** Refuses the edit unless a named person allows it. */
  ESCALATE,
  /** Informs; the edit may pass. */
  NOTE
}
