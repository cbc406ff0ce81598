package dev.ratchet.spi;

/**
 * An onlooker of a run. Authors implement the methods they care for.
 *
 * <p>Called on the loop's thread, never two at once: starts in the order of registration, finishes
 * in reverse. Where several candidates are examined at once, their stages are told as they begin,
 * and perhaps a little after; attempts finish in the order of proposal. A listener should return
 * soon; one that throws is logged and can't break the run. The journal is not a listener, because a
 * run must not go on when its journal can't be written.
 */
public interface LoopListener {
  /** Called before the first round. */
  default void runStarted(Budget budget) {}

  /** Called before each round. */
  default void roundStarted(int round) {}

  /** Called before each stage of an attempt. */
  default void stageStarted(int round, int attempt, Stage stage) {}

  /** Called after each attempt. */
  default void attemptFinished(int round, Attempt attempt) {}

  /** Called after each round, once it is in the journal. */
  default void roundFinished(Round round) {}

  /** Called after the last round, with what was spent. */
  default void runFinished(Spending spent) {}
}
