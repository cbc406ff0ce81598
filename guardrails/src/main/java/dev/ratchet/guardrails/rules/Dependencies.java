package dev.ratchet.guardrails.rules;

/** How far the protection of a member reaches into what it calls and reads. */
public enum Dependencies {
  /** To everything that it calls or reads, and what that calls or reads in turn. */
  TRANSITIVE,
  /** To what it calls or reads itself. */
  DIRECT,
  /** To its own code only. */
  NONE
}
