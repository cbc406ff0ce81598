package dev.ratchet.isolation;

/** Threads that never keep the host alive. */
final class Daemon {
  private Daemon() {}

  static void start(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, 128 * 1024);
    thread.setDaemon(true);
    thread.start();
  }
}
