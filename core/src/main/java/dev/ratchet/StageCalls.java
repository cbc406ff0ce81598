package dev.ratchet;

import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Stage;
import dev.ratchet.verdict.Finding;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How the stages of one attempt are called: on which runner, and who is told that they begin.
 *
 * @param runner runs them
 * @param told is told before each
 * @param deadlines how long each may take
 * @param cores what guardrails and validators have to share with other attempts; empty for none
 */
record StageCalls(
    StageRunner runner,
    Consumer<Stage> told,
    Function<Stage, Duration> deadlines,
    Optional<CoreBudget> cores) {

  /** Returns what a stage returns; however else it ends, the attempt ends with it. */
  <T> T call(Stage stage, Callable<T> work) throws Ended {
    told.accept(stage);
    try {
      return runner.call(stage, deadlines.apply(stage), within(stage, work));
    } catch (CancellationException e) {
      throw new Ended(
          stage, Outcome.CANCELLED, Finding.hard("run.cancelled", "The run was cancelled"));
    } catch (StageRunner.StageTimeoutException e) {
      throw new Ended(
          stage,
          Outcome.TIMED_OUT,
          Finding.hard("stage.deadline", String.valueOf(e.getMessage()))
              .remedy("raise the deadline with withDeadline, or mend the stage"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Ended end) {
        throw end;
      }
      throw new Ended(stage, Outcome.FAILED, failure(stage, e));
    }
  }

  /** An evaluator knows itself when it counts and when it takes times. */
  private <T> Callable<T> within(Stage stage, Callable<T> work) {
    boolean shares = stage == Stage.GUARD || stage == Stage.VALIDATE;
    return shares && cores.isPresent() ? () -> cores.get().shared(work::call) : work;
  }

  private static Finding failure(Stage stage, ExecutionException e) {
    return Finding.hard("stage.failed", stage + " threw: " + e.getCause())
        .because("a stage that throws has not said yes");
  }
}
