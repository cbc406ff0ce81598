package dev.ratchet.benchmarks.suites;

import java.util.SplittableRandom;

/**
 * A kind of task that can be drawn. Authors of suites implement it.
 *
 * <p>Implementations are immutable and safe for use by several threads.
 */
public interface TaskFamily {
  /** Returns the name, which is also the first line of each task's input. */
  String name();

  /**
   * Returns a question that depends on the given source of chance alone.
   *
   * <p>Called on any thread, more often than tasks are wanted: a question of another split is
   * thrown away. Must not block; what it throws, the suite throws.
   */
  Question draw(SplittableRandom random);
}
