package dev.ratchet.guardrails.policy;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * When a policy wants its constraints to change with what a proposer does. Hosts call it.
 *
 * <p>The guard carries these terms, in its hash too, and does not enforce them: it sees one edit
 * and no history. Whoever keeps the history acts on them. Hard rules never loosen.
 *
 * @param tightenAfterViolations the number of violations after which constraints tighten
 * @param haltAfterViolations the number of violations after which the run stops
 * @param loosenAfterKept the number of kept edits without a violation after which constraints that
 *     tightened loosen again; empty for never
 */
public record AdaptTerms(
    int tightenAfterViolations, int haltAfterViolations, OptionalInt loosenAfterKept) {
  /**
   * Returns terms.
   *
   * @throws IllegalArgumentException if a number is below 1, or the halt comes before constraints
   *     have tightened
   */
  public AdaptTerms {
    Objects.requireNonNull(loosenAfterKept, "loosenAfterKept");
    if (tightenAfterViolations < 1 || loosenAfterKept.orElse(1) < 1) {
      throw new IllegalArgumentException("the numbers have to be 1 or more");
    }
    if (haltAfterViolations < tightenAfterViolations) {
      throw new IllegalArgumentException(
          "halt-after-violations ("
              + haltAfterViolations
              + ") is below tighten-after-violations ("
              + tightenAfterViolations
              + "), which would then never happen");
    }
  }
}
