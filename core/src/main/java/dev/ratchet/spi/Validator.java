package dev.ratchet.spi;

import dev.ratchet.verdict.Verdict;

/**
 * A check that builds or runs a candidate: compiler, tests. Authors implement it.
 *
 * <p>Called once per candidate that every guardrail let pass, once more on what was applied, and
 * once on the baseline before the first round ({@link Candidate#baseline}); see the package for
 * threads, deadlines and failures. Tests, runner and test data come from the base, never from the
 * candidate; code of the candidate runs in a child process only.
 */
@FunctionalInterface
public interface Validator {
  /**
   * Returns the verdict on a candidate.
   *
   * @throws Exception anything; the candidate is then refused with the reason
   */
  Verdict validate(Candidate candidate) throws Exception;

  /**
   * Returns whether it runs code of the candidate; those that do not are asked first.
   *
   * <p>By default it is taken to.
   */
  default boolean runsCandidate() {
    return true;
  }

  /** Returns in one line how the candidate's code is kept from harm, or nothing if unknown. */
  default String isolation() {
    return "";
  }

  /** Returns the name under which its verdicts are recorded. */
  default String name() {
    return StageNames.of(this, "validator");
  }
}
