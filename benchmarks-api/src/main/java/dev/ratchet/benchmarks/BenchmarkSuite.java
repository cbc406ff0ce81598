package dev.ratchet.benchmarks;

import java.util.List;

/**
 * A predefined benchmark: tasks by split and seed. Authors of benchmarks implement it.
 *
 * <p>Implementations are immutable and safe for use by several threads; {@link #tasks} is a pure
 * function of its parameters.
 */
public interface BenchmarkSuite {
  /** Returns the name of the suite, as reports show it. */
  String name();

  /**
   * Returns the tasks of a split, the same for the same seed, in the same order.
   *
   * <p>A suite with a generator draws fresh tasks for each seed; a fixed one returns the same tasks
   * for every seed and says so in {@link #isGenerated}. No task may stand in two splits.
   *
   * <p>The loop asks for {@link Split#HELD_OUT} with a seed that it draws after the candidate is
   * frozen: no proposer, however long it has seen tuning tasks and verdicts, can have met the tasks
   * that confirm its edit. A fixed suite can't give that; its held-out tasks wear out as they are
   * used again, and a gate finds no fresh ones in it.
   *
   * @throws IllegalStateException if the suite's data can't be read, naming the place and the
   *     remedy
   */
  List<Task> tasks(Split split, long seed);

  /** Returns whether another seed gives other tasks. */
  default boolean isGenerated() {
    return true;
  }

  /** Returns where its tasks come from, for reports; by default the name is all that is known. */
  default DataSetInfo about() {
    return DataSetInfo.named(name());
  }
}
