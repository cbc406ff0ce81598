package dev.ratchet.benchmarks.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends the process when the host is gone, or has seen the end of the results. */
final class Watchdog {
  private Watchdog() {}

  /**
   * Halts when the input ends.
   *
   * <p>Halting from another thread while this one reads would cost 0.3 s, because the JVM waits
   * that long for threads in native code.
   */
  static void haltAtTheEndOf(InputStream in, AtomicBoolean done) {
    Thread watchdog = new Thread(() -> halt(in, done));
    watchdog.setDaemon(true);
    watchdog.start();
  }

  private static void halt(InputStream in, AtomicBoolean done) {
    try {
      while (in.read() >= 0) {
        // Nothing more is expected.
      }
    } catch (IOException e) {
      // The host is gone.
    }
    Runtime.getRuntime().halt(done.get() ? 0 : 4);
  }
}
