package dev.ratchet.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * The results of one subject on a list of tasks, complete. Evaluators create it; rules read it.
 *
 * <p>A measurement with a lost result does not exist: who can't get every result reports a missing
 * value instead.
 *
 * @param results one result per task, in the order of the tasks
 */
public record Measurement(List<TaskResult> results) {
  /**
   * Returns a measurement of these results.
   *
   * @throws IllegalArgumentException if a task occurs twice
   */
  public Measurement {
    results = List.copyOf(results);
    long distinct = results.stream().map(TaskResult::taskId).distinct().count();
    if (distinct != results.size()) {
      throw new IllegalArgumentException("A task occurs twice in a measurement");
    }
  }

  /** Returns the mean credit over all tasks, from 0 to 1; 0 when there are none. */
  public double accuracy() {
    return results.stream().mapToDouble(result -> result.score().credit()).average().orElse(0);
  }

  /** Returns the number of solved tasks. */
  public long solved() {
    return results.stream().filter(TaskResult::isSolved).count();
  }

  /** Returns a metric's sum over all tasks; empty when a task lacks it or there are no tasks. */
  public OptionalDouble total(Metric metric) {
    if (results.isEmpty() || results.stream().anyMatch(r -> !r.values().containsKey(metric))) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(results.stream().mapToDouble(r -> r.values().get(metric)).sum());
  }

  /** Returns the results that match, as a measurement. */
  public Measurement where(Predicate<? super TaskResult> condition) {
    return new Measurement(results.stream().filter(condition).toList());
  }

  /** Returns the measurement of each family, in the order of first appearance. */
  public Map<String, Measurement> byFamily() {
    Map<String, Measurement> families = new LinkedHashMap<>();
    for (TaskResult result : results) {
      families.computeIfAbsent(
          result.family(), family -> where(other -> other.family().equals(family)));
    }
    return families;
  }
}
