package dev.ratchet.java;

import dev.ratchet.verdict.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one after the other, on a thread that no interruption reaches: that would close files
 * which javac goes on to use. Javac can't be stopped, so a compile that is given up keeps its
 * worker, and the next one gets another. Safe for many threads.
 */
final class JavacQueue {
  private static final int MOST_ABANDONED = 4;
  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private final Javac javac;
  private final List<JavacWorker> abandoned = new ArrayList<>();
  private JavacWorker worker;

  JavacQueue(Javac javac) {
    this.javac = javac;
    this.worker = new JavacWorker(javac);
  }

  /** Waits for work; work that nobody waits for any more is given up with its worker. */
  Compilation await(Function<JavacWorker, Compilation> work) {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
    if (isBusy()) {
      return Javac.failed(
          Finding.hard(
                  "compile.busy",
                  "The compiler is still busy with "
                      + MOST_ABANDONED
                      + " compiles that were given up")
              .because("javac can't be stopped, and endless compiles would take the machine")
              .remedy("wait for them to end, or start the host anew"));
    }
    Job job = new Job(work);
    submit(job);
    try {
      return job.result.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      abandon(job);
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (TimeoutException e) {
      abandon(job);
      return Javac.failed(
          Finding.hard(
                  "compile.time",
                  "The compiler was not done after " + TIME_LIMIT.toSeconds() + " s")
              .because("what can't be compiled in time can't be judged")
              .remedy("write plainer code, with fewer nested generic calls"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The compiler failed: " + e.getCause(), e);
    }
  }

  private static CancellationException interrupted() {
    return new CancellationException("The thread was interrupted while javac compiled for it");
  }

  private synchronized void submit(Job job) {
    worker.take(job::run);
  }

  /** Work that waits behind the abandoned work goes on elsewhere. */
  private synchronized void abandon(Job job) {
    job.isAbandoned = true;
    if (job.place == worker) {
      List<Consumer<JavacWorker>> waiting = worker.retire();
      abandoned.add(worker);
      worker = new JavacWorker(javac);
      waiting.forEach(worker::take);
    }
  }

  /** Javac can't be stopped; what many endless compiles leave behind would take the machine. */
  private synchronized boolean isBusy() {
    abandoned.removeIf(JavacWorker::isDone);
    return abandoned.size() >= MOST_ABANDONED;
  }

  /** Something to compile, for which somebody waits. */
  private final class Job {
    private final Function<JavacWorker, Compilation> work;
    private final CompletableFuture<Compilation> result = new CompletableFuture<>();
    private @Nullable JavacWorker place;
    private boolean isAbandoned;

    Job(Function<JavacWorker, Compilation> work) {
      this.work = work;
    }

    void run(JavacWorker at) {
      if (begins(at)) {
        try {
          result.complete(work.apply(at));
        } catch (Throwable e) { // whoever waits has to hear of it
          result.completeExceptionally(e);
        } finally {
          ends();
        }
      }
    }

    private boolean begins(JavacWorker at) {
      synchronized (JavacQueue.this) {
        place = at;
        return !isAbandoned;
      }
    }

    private void ends() {
      synchronized (JavacQueue.this) {
        place = null;
      }
    }
  }
}
