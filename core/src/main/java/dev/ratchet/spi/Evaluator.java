package dev.ratchet.spi;

import dev.ratchet.edit.SourceTree;

/**
 * A measurer of baseline and candidate on the same tasks. Authors implement it.
 *
 * <p>Called per candidate: on the tuning split where the loop screens, on the validation split, and
 * if that is accepted on held-out tasks; see the package for threads, deadlines and failures. No
 * measurement may travel through code that the candidate can edit; answers are checked on the host.
 * A crash or time-out is {@link Comparison#missing}, never a score.
 */
@FunctionalInterface
public interface Evaluator {
  /**
   * Returns the measurements of both trees on the trial's tasks.
   *
   * @throws Exception anything; the comparison is then missing, with the reason
   */
  Comparison compare(Trial trial) throws Exception;

  /**
   * Returns what the tuning tasks show of a tree, for the briefing of the next round.
   *
   * <p>Called before each round whose tree is new.
   *
   * @throws Exception anything; before the first round it ends the run as an unusable baseline
   */
  default Insight observe(SourceTree tree, long seed) throws Exception {
    return Insight.NONE;
  }

  /** Returns in one line how the candidate's code is kept from harm, or nothing if unknown. */
  default String isolation() {
    return "";
  }

  /** Returns the name under which its measurements are recorded. */
  default String name() {
    return StageNames.of(this, "evaluator");
  }
}
