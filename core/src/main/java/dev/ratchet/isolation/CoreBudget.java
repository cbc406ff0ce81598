package dev.ratchet.isolation;

import java.util.concurrent.Semaphore;

/**
 * The cores that work may be spread over, so that clocks stay honest. Users share one.
 *
 * <p>Work that is counted, compiled or tested takes one core. Work that is timed takes them all:
 * nothing else that keeps to this budget runs beside it. Whoever came first is served first, so
 * neither kind waits for ever. What other programs do on the machine is beyond it.
 *
 * <p>Safe for many threads. Waiting is interruptible, and a core is given back however the work
 * ends. A thread that has its core may go on to take one; it is the same.
 */
public final class CoreBudget {
  /**
   * Something to do with a core.
   *
   * @param <T> what comes of it
   * @param <E> what it may throw beside being interrupted
   */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E, InterruptedException;
  }

  private final int cores;
  private final Semaphore free;
  private final ThreadLocal<Integer> held = ThreadLocal.withInitial(() -> 0);

  private CoreBudget(int cores) {
    this.cores = cores;
    this.free = new Semaphore(cores, true);
  }

  /**
   * Returns a budget of so many cores.
   *
   * @throws IllegalArgumentException if the number is not positive
   */
  public static CoreBudget of(int cores) {
    if (cores < 1) {
      throw new IllegalArgumentException("cores must be positive, but is " + cores);
    }
    return new CoreBudget(cores);
  }

  /** Returns a budget of all cores that this JVM has. */
  public static CoreBudget ofMachine() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  /** Returns how many cores there are. */
  public int cores() {
    return cores;
  }

  /**
   * Does work on one core, beside others.
   *
   * @throws InterruptedException if the thread is interrupted while it waits or works
   */
  public <T, E extends Exception> T shared(Work<T, E> work) throws E, InterruptedException {
    return held.get() > 0 ? work.run() : with(1, work);
  }

  /**
   * Does work that is timed, beside nothing.
   *
   * @throws InterruptedException if the thread is interrupted while it waits or works
   * @throws IllegalStateException if the thread works on a shared core, for which it would wait
   */
  public <T, E extends Exception> T alone(Work<T, E> work) throws E, InterruptedException {
    if (held.get() == cores) {
      return work.run();
    }
    if (held.get() > 0) {
      throw new IllegalStateException(
          "Who works on a shared core can't be alone: the wait for the others would have no end."
              + " Take times outside of shared work");
    }
    return with(cores, work);
  }

  private <T, E extends Exception> T with(int number, Work<T, E> work)
      throws E, InterruptedException {
    free.acquire(number);
    held.set(number);
    try {
      return work.run();
    } finally {
      held.remove();
      free.release(number);
    }
  }
}
