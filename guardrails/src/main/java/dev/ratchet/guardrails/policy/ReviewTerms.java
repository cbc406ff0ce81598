package dev.ratchet.guardrails.policy;

import java.util.Objects;

/**
 * When a policy wants a person to look at an edit. Hosts call it.
 *
 * <p>The guard carries these terms, in its hash too, and does not enforce them: it sees one edit
 * and no reviewer. Whoever runs the loop acts on them.
 *
 * @param whenRiskAtLeast the lowest risk at which a person has to look; low is always
 */
public record ReviewTerms(RiskLevel whenRiskAtLeast) {
  /** Returns terms. */
  public ReviewTerms {
    Objects.requireNonNull(whenRiskAtLeast, "whenRiskAtLeast");
  }
}
