package dev.ratchet.spi;

import dev.ratchet.benchmarks.Metric;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What one fork says: both versions ran side by side in one fresh process. Evaluators create it.
 *
 * <p>The process is the unit of evidence, because a just-in-time compiler treats two copies of the
 * same program differently for the whole life of a process; repetitions within it add little.
 *
 * @param seed the seed of the harness's coins and of the tasks
 * @param logRatios by metric, the natural logarithm of candidate over baseline: the median over the
 *     rounds of the fork; below 0 where the candidate takes less
 */
public record Duet(long seed, Map<Metric, Double> logRatios) {
  /**
   * Returns what a fork says; the map is copied.
   *
   * @throws IllegalArgumentException if a ratio is not a finite number
   */
  public Duet {
    logRatios = Map.copyOf(logRatios);
    for (Map.Entry<Metric, Double> entry : logRatios.entrySet()) {
      if (!Double.isFinite(entry.getValue())) {
        throw new IllegalArgumentException(
            "The log ratio of " + entry.getKey().name() + " is " + entry.getValue());
      }
    }
  }

  /** Returns the log ratio of a metric; empty if it was not measured. */
  public OptionalDouble logRatio(Metric metric) {
    Double ratio = logRatios.get(Objects.requireNonNull(metric, "metric"));
    return ratio == null ? OptionalDouble.empty() : OptionalDouble.of(ratio);
  }
}
