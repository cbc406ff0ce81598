package dev.ratchet;

import dev.ratchet.isolation.CoreBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Examines several attempts at once, each on a lane of its own.
 *
 * <p>The loop's thread waits and tells listeners meanwhile, so they hear everything on one thread.
 * What comes of an attempt depends on nothing that happens in another lane.
 */
final class Lanes {
  private final Setup setup;
  private final StageRunner main;
  private final CoreBudget cores;
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

  Lanes(Setup setup, StageRunner main, CoreBudget cores) {
    this.setup = setup;
    this.main = main;
    this.cores = cores;
  }

  /** Returns when all have been examined, or have ended because the run was cancelled. */
  void examine(List<AttemptRun> attempts) {
    List<StageRunner> runners = new ArrayList<>();
    List<FutureTask<?>> tasks = new ArrayList<>();
    for (AttemptRun attempt : attempts) {
      StageRunner runner = main.lane();
      runners.add(runner);
      tasks.add(start(attempt, runner));
    }
    try {
      tellUntilDone(tasks);
      tasks.forEach(Lanes::requireNoFailure);
    } finally {
      runners.forEach(StageRunner::close);
    }
  }

  private FutureTask<?> start(AttemptRun attempt, StageRunner runner) {
    StageCalls calls =
        new StageCalls(
            runner,
            stage -> events.add(() -> attempt.tell(stage)),
            setup::deadline,
            Optional.of(cores));
    FutureTask<?> task = new FutureTask<>(() -> attempt.examine(calls), null);
    Thread lane =
        new Thread(
            () -> {
              task.run();
              events.add(() -> {}); // Wakes the loop, which sees that it is done.
            },
            "ratchet-lane");
    lane.setDaemon(true);
    lane.start();
    return task;
  }

  private void tellUntilDone(List<FutureTask<?>> tasks) {
    boolean interrupted = false;
    while (!events.isEmpty() || !tasks.stream().allMatch(FutureTask::isDone)) {
      try {
        events.take().run();
      } catch (InterruptedException e) {
        interrupted = true;
        main.cancel();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void requireNoFailure(FutureTask<?> done) {
    try {
      done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A candidate could not be examined", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
