package dev.ratchet.spi;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Task;
import java.util.List;
import java.util.Objects;

/**
 * What a run on the tuning tasks shows of a program. Evaluators create it, proposers read it.
 *
 * <p>It is made of tuning tasks only; nothing of another split may be in it.
 *
 * @param measurement the results on the tuning tasks; empty when none were run
 * @param failures the unsolved tuning tasks
 * @param hotSpots where the work was done, most steps first
 */
public record Insight(Measurement measurement, List<Failure> failures, List<HotSpot> hotSpots) {

  /** Nothing is known. */
  public static final Insight NONE = new Insight(new Measurement(List.of()), List.of(), List.of());

  /** Returns an insight; lists are copied. */
  public Insight {
    Objects.requireNonNull(measurement, "measurement");
    failures = List.copyOf(failures);
    hotSpots = List.copyOf(hotSpots);
  }

  /**
   * An unsolved tuning task.
   *
   * @param task the task, with a right answer where there is one to show
   * @param actual what the program answered or threw
   * @param spots the places this task ran through, by {@link HotSpot#place} names
   */
  public record Failure(Task task, String actual, List<String> spots) {
    /** Returns a failure; the list is copied. */
    public Failure {
      Objects.requireNonNull(task, "task");
      Objects.requireNonNull(actual, "actual");
      spots = List.copyOf(spots);
    }
  }

  /**
   * A place in the program with the work done there.
   *
   * @param place names a method or line; for Java {@code package.Type#method(descriptor):line}
   * @param steps instructions executed there over all tuning tasks, calls not included
   * @param calls how often it was entered
   * @param repeatedCalls how many of those calls had the same arguments as an earlier call within
   *     the same task
   * @param suspicion from 0 to 1: how much more often failing tasks run it than passing ones
   * @param allocations objects and arrays made there by the program's own code
   * @param unusedResults calls made there whose result nobody reads, whether or not the call has
   *     another effect; of a line of reasoning, how often nothing after it takes it up
   */
  public record HotSpot(
      String place,
      long steps,
      long calls,
      long repeatedCalls,
      double suspicion,
      long allocations,
      long unusedResults) {
    /** Returns a hot spot. */
    public HotSpot {
      Objects.requireNonNull(place, "place");
    }

    /** Returns a hot spot of which allocations and unused results are not known. */
    public HotSpot(String place, long steps, long calls, long repeatedCalls, double suspicion) {
      this(place, steps, calls, repeatedCalls, suspicion, 0, 0);
    }
  }
}
