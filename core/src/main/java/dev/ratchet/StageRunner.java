package dev.ratchet;

import dev.ratchet.spi.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs stages one at a time on a worker thread, each with a deadline; beside each other on lanes.
 *
 * <p>Safe for {@link #cancel} from any thread; everything else from the loop's thread only.
 */
final class StageRunner implements AutoCloseable {
  /** How long an interrupted stage may take to end its children before it is left behind. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** A stage did not return in time. */
  static final class StageTimeoutException extends Exception {
    private static final long serialVersionUID = 1;

    StageTimeoutException(Stage stage, Duration limit, boolean ended) {
      super(
          stage
              + " passed its deadline of "
              + limit.toMillis()
              + " ms"
              + (ended ? " and was interrupted" : " and did not react to interruption"));
    }
  }

  private final Optional<StageRunner> main;
  private final List<StageRunner> lanes = new CopyOnWriteArrayList<>();
  private ExecutorService worker = newWorker();
  private volatile boolean cancelled;
  private volatile @Nullable Future<?> current;

  StageRunner() {
    this(Optional.empty());
  }

  private StageRunner(Optional<StageRunner> main) {
    this.main = main;
  }

  /**
   * Returns a runner for stages beside this one's, which ends with it; for one other thread.
   *
   * <p>Whoever cancels this one cancels it as well.
   */
  StageRunner lane() {
    StageRunner lane = new StageRunner(Optional.of(this));
    lanes.add(lane);
    return lane;
  }

  private static ExecutorService newWorker() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "ratchet-stage");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Cancels the run: the stage at work is interrupted, no other begins. */
  void cancel() {
    cancelled = true;
    Future<?> running = current;
    if (running != null) {
      running.cancel(true);
    }
    lanes.forEach(StageRunner::cancel);
  }

  boolean isCancelled() {
    return cancelled || main.filter(StageRunner::isCancelled).isPresent();
  }

  /**
   * Returns what a stage returns, never null.
   *
   * @throws CancellationException if the run is cancelled, before or meanwhile
   * @throws StageTimeoutException if the deadline passes
   * @throws ExecutionException if the stage throws or returns null
   */
  <T> T call(Stage stage, Duration limit, Callable<T> work)
      throws StageTimeoutException, ExecutionException {
    Running<T> running = new Running<>(stage, work);
    Future<T> future = worker.submit(running);
    current = future;
    try {
      if (isCancelled()) {
        throw new CancellationException();
      }
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StageTimeoutException(stage, limit, stop(future, running));
    } catch (CancellationException e) {
      stop(future, running);
      throw e;
    } catch (InterruptedException e) {
      cancelled = true;
      stop(future, running);
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      current = null;
    }
  }

  /** Interrupts a stage and returns whether it ended; one that did not is left behind. */
  private boolean stop(Future<?> future, Running<?> running) {
    future.cancel(true);
    if (running.awaitEnd(GRACE)) {
      return true;
    }
    worker.shutdownNow();
    worker = newWorker();
    return false;
  }

  @Override
  public void close() {
    worker.shutdownNow();
    lanes.forEach(StageRunner::close);
    main.ifPresent(runner -> runner.lanes.remove(this));
  }

  /** A stage at work, whose end can be awaited even after its future was cancelled. */
  private static final class Running<T> implements Callable<T> {
    private final Stage stage;
    private final Callable<T> work;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean begun;

    Running(Stage stage, Callable<T> work) {
      this.stage = stage;
      this.work = work;
    }

    @Override
    public T call() throws Exception {
      begun = true;
      try {
        return Objects.requireNonNull(work.call(), () -> stage + " returned nothing");
      } finally {
        ended.countDown();
      }
    }

    boolean awaitEnd(Duration limit) {
      if (!begun) {
        return true;
      }
      boolean interrupted = Thread.interrupted();
      try {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
        return false;
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
