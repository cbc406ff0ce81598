package dev.ratchet.guardrails.source;

import java.util.concurrent.CancellationException;

/** The end of a check that nobody waits for any more. What can take long asks for it. */
public final class Interruption {
  private Interruption() {}

  /**
   * Goes on, unless the thread is interrupted.
   *
   * @throws CancellationException if it is; it stays interrupted
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The check was interrupted");
    }
  }
}
