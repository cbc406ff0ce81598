package dev.ratchet.java;

import dev.ratchet.isolation.Child;
import dev.ratchet.isolation.Command;
import dev.ratchet.isolation.Isolation;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Processes, started ahead so that nobody waits for a JVM, and used once each.
 *
 * <p>Used once, because hostile code may leave anything behind in a process. Idle ones are filled
 * up after a use and not during it, when starting a JVM would disturb what is being timed.
 */
final class ChildPool implements AutoCloseable {
  private final Isolation isolation;
  private final Command command;
  private final int size;
  private final Deque<Child> idle = new ArrayDeque<>();
  private boolean closed;

  ChildPool(Isolation isolation, Command command, int size) {
    this.isolation = isolation;
    this.command = command;
    this.size = size;
    refill();
  }

  synchronized void refill() {
    while (!closed && idle.size() < size) {
      idle.add(isolation.start(command));
    }
  }

  /** Returns a process that belongs to the caller, who closes it. */
  synchronized Child take() {
    while (!idle.isEmpty()) {
      Child child = idle.remove();
      if (child.isAlive()) {
        return child;
      }
      child.close();
    }
    return isolation.start(command);
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Child::close);
    idle.clear();
  }
}
