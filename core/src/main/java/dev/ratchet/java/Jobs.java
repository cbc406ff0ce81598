package dev.ratchet.java;

import dev.ratchet.isolation.CoreBudget;
import java.time.Duration;

/** Runs jobs in worker processes, on the cores that they may have. */
final class Jobs {
  /** Runs one job in a process. */
  @FunctionalInterface
  interface Runner {
    WorkerReport run(WorkerJob job, Duration limit) throws NotMeasurable, InterruptedException;
  }

  private final Runner pool;
  private final CoreBudget cores;

  Jobs(Runner pool, CoreBudget cores) {
    this.pool = pool;
    this.cores = cores;
  }

  /** Runs a job that no clock has a part in, beside others. */
  WorkerReport counted(String who, WorkerJob job, Duration limit)
      throws NotMeasurable, InterruptedException {
    return cores.shared(() -> run(who, job, limit));
  }

  /** Runs a job that takes times, beside nothing. */
  WorkerReport timed(String who, WorkerJob job, Duration limit)
      throws NotMeasurable, InterruptedException {
    return cores.alone(() -> run(who, job, limit));
  }

  private WorkerReport run(String who, WorkerJob job, Duration limit)
      throws NotMeasurable, InterruptedException {
    try {
      return pool.run(job, limit);
    } catch (NotMeasurable e) {
      throw e.after("No measurement of the " + who + ": ");
    }
  }
}
