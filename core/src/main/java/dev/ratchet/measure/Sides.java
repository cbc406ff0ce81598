package dev.ratchet.measure;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.spi.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What both versions made of the same tasks, put together.
 *
 * @param tasks number of tasks
 * @param solvedBefore tasks that the version in force or the anchor solves
 * @param lost those of them that the candidate does not solve
 * @param repaired tasks that only the candidate solves
 * @param baseline results of the version in force on the tasks that both solve
 * @param candidate results of the candidate on the tasks that both solve
 */
record Sides(
    int tasks,
    int solvedBefore,
    int lost,
    int repaired,
    Measurement baseline,
    Measurement candidate) {

  static Sides of(Comparison comparison) {
    List<TaskResult> old = comparison.baseline().results();
    List<TaskResult> now = comparison.candidate().results();
    List<TaskResult> anchor = comparison.anchor().results();
    List<TaskResult> bothOld = new ArrayList<>();
    List<TaskResult> bothNow = new ArrayList<>();
    int solvedBefore = 0;
    int repaired = 0;
    int solvedAfter = 0;
    for (int i = 0; i < old.size(); i++) {
      boolean before = old.get(i).isSolved() || anchor.get(i).isSolved();
      boolean after = now.get(i).isSolved();
      solvedBefore += before ? 1 : 0;
      solvedAfter += before && after ? 1 : 0;
      repaired += !before && after ? 1 : 0;
      if (old.get(i).isSolved() && after) {
        bothOld.add(old.get(i));
        bothNow.add(now.get(i));
      }
    }
    return new Sides(
        old.size(),
        solvedBefore,
        solvedBefore - solvedAfter,
        repaired,
        new Measurement(bothOld),
        new Measurement(bothNow));
  }

  boolean isEmpty() {
    return tasks == 0;
  }

  /** Returns whether every task that both solve has a value of a metric on both sides. */
  boolean has(Metric metric) {
    return baseline.total(metric).isPresent() && candidate.total(metric).isPresent();
  }

  /** Returns the log ratios of a metric on the tasks where it changed. */
  List<Double> changes(Metric metric) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < baseline.results().size(); i++) {
      double before = value(baseline.results().get(i), metric);
      double after = value(candidate.results().get(i), metric);
      if (before != after) {
        ratios.add(Math.log(after / before));
      }
    }
    return ratios;
  }

  /** No program takes no step at all; 1 keeps the logarithm a number. */
  private static double value(TaskResult result, Metric metric) {
    return Math.max(1, result.values().getOrDefault(metric, 1.0));
  }

  /** Returns the sum of the candidate over that of the baseline; empty where there is none. */
  OptionalDouble ratio(Metric metric) {
    return ratio(baseline, candidate, metric);
  }

  /** Returns the largest ratio that any family of tasks has; empty where there is none. */
  OptionalDouble worstFamily(Metric metric) {
    return baseline.byFamily().entrySet().stream()
        .map(
            family ->
                ratio(
                    family.getValue(),
                    candidate.where(r -> r.family().equals(family.getKey())),
                    metric))
        .flatMapToDouble(OptionalDouble::stream)
        .max();
  }

  private static OptionalDouble ratio(Measurement old, Measurement now, Metric metric) {
    OptionalDouble before = old.total(metric);
    OptionalDouble after = now.total(metric);
    if (before.isEmpty() || after.isEmpty() || before.getAsDouble() == after.getAsDouble()) {
      return before.isPresent() && after.isPresent()
          ? OptionalDouble.of(1)
          : OptionalDouble.empty();
    }
    return OptionalDouble.of(after.getAsDouble() / before.getAsDouble());
  }
}
