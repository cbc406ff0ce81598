package dev.ratchet.spi;

import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.Objects;

/**
 * A candidate with all the evidence, for a person to decide. The loop creates it.
 *
 * @param round the round, from 1
 * @param candidate what would be applied
 * @param findings what guardrails, validators and acceptance rule noted
 * @param comparisons what was measured, in the order measured
 */
public record ReviewRequest(
    int round, Candidate candidate, List<Finding> findings, List<Comparison> comparisons) {
  /** Returns a request; lists are copied. */
  public ReviewRequest {
    Objects.requireNonNull(candidate, "candidate");
    findings = List.copyOf(findings);
    comparisons = List.copyOf(comparisons);
  }
}
