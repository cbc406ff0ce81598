package dev.ratchet.isolation;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** How an untrusted process ended. Users read it, best with {@link #fold}. */
public sealed interface Outcome {

  /**
   * The process ended by itself, or was ended by someone else.
   *
   * @param code its exit code
   * @param out its standard output
   * @param err its standard error
   * @param survivors ids of descendants that could not be ended; empty when all is quiet
   */
  record Exited(int code, Output out, Output err, List<Long> survivors) implements Outcome {
    /** Returns an outcome; the list is copied. */
    public Exited {
      survivors = List.copyOf(survivors);
    }
  }

  /**
   * The process passed its deadline and was ended with all its descendants.
   *
   * @param deadline what it was given
   * @param out its standard output until then
   * @param err its standard error until then
   * @param survivors ids of processes that could not be ended; empty when all is quiet
   */
  record TimedOut(Duration deadline, Output out, Output err, List<Long> survivors)
      implements Outcome {
    /** Returns an outcome; the list is copied. */
    public TimedOut {
      survivors = List.copyOf(survivors);
    }
  }

  /**
   * The process never ran.
   *
   * @param reason why, and what to do about it
   */
  record NotStarted(String reason) implements Outcome {}

  /** Returns the result of the function that fits. */
  default <T> T fold(
      Function<? super Exited, ? extends T> exited,
      Function<? super TimedOut, ? extends T> timedOut,
      Function<? super NotStarted, ? extends T> notStarted) {
    if (this instanceof Exited it) {
      return exited.apply(it);
    }
    if (this instanceof TimedOut it) {
      return timedOut.apply(it);
    }
    return notStarted.apply((NotStarted) this);
  }
}
