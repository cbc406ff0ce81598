package dev.ratchet.guardrails.policy;

/** How much harm an edit could do, lowest first. Hosts compare with it. */
public enum RiskLevel {
  /** Little: every edit has at least this. */
  LOW,
  /** Some. */
  MEDIUM,
  /** Much. */
  HIGH
}
