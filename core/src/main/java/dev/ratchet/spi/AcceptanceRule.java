package dev.ratchet.spi;

import dev.ratchet.verdict.Verdict;

/**
 * The rule that says whether measurements prove a candidate better. Authors implement it.
 *
 * <p>Called with each comparison, first of validation, then of held-out tasks; both must be
 * accepted. All are complete but those of which it said that they {@linkplain #refuses refuse}. It
 * must be a pure function and must not block; throwing refuses the candidate.
 */
@FunctionalInterface
public interface AcceptanceRule {
  /** Returns whether this comparison is good enough. */
  Verdict decide(Comparison comparison);

  /**
   * Returns what would have to be seen before this comparison can be decided.
   *
   * <p>Evaluators that can add evidence ask after each piece; what {@link #decide} then gets may
   * still be less than was wanted, and is decided as it is.
   */
  default Evidence wanted(Comparison soFar) {
    return Evidence.NONE;
  }

  /**
   * Returns whether a comparison refuses the candidate already, whatever is not seen yet.
   *
   * <p>It may lack tasks ({@link Comparison#isPartial}), times and forks. Evaluators that can spare
   * the rest ask; {@link #decide} then gets what there is, and the candidate is refused. By default
   * the rest is always seen.
   */
  default boolean refuses(Comparison soFar) {
    return false;
  }

  /** Returns the name under which its decisions are recorded. */
  default String name() {
    return StageNames.of(this, "acceptance rule");
  }
}
