package dev.ratchet.java;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tasks of a suite; drawing them can cost more than answering, and a draw never changes. Safe
 * for many threads.
 */
final class Draws {
  private static final int KEPT = 8;

  private record Draw(Split split, long seed) {}

  private final BenchmarkSuite suite;
  private final Map<Draw, List<Task>> drawn =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Draw, List<Task>> eldest) {
          return size() > KEPT;
        }
      };

  Draws(BenchmarkSuite suite) {
    this.suite = suite;
  }

  synchronized List<Task> tasks(Split split, long seed) {
    List<Task> tasks =
        drawn.computeIfAbsent(new Draw(split, seed), draw -> suite.tasks(split, seed));
    if (tasks.isEmpty()) {
      throw new IllegalStateException(
          "The suite '"
              + suite.name()
              + "' has no tasks in its split "
              + split
              + " for seed "
              + seed
              + ", so nothing can be decided. Add tasks to it, or choose another suite");
    }
    return tasks;
  }
}
