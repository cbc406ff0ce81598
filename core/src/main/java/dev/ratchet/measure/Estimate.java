package dev.ratchet.measure;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Measures the gain of an edit anew, once it is kept. Users create it and give it to a loop.
 *
 * <p>What was chosen for its gain shows too much of it. So a fixed number of forks, on tasks drawn
 * afresh, say how much it is; no decision rests on them, and each runs one version alone, so that
 * neither can slow the other. Immutable.
 */
public final class Estimate {
  private final int forks;

  private Estimate(int forks) {
    this.forks = forks;
  }

  /** Returns an estimate of as many forks as a plan says. */
  public static Estimate of(GatePlan plan) {
    return new Estimate(plan.estimationForks());
  }

  /**
   * Measures one kept edit.
   *
   * @param round the round that kept it
   * @throws Exception whatever the evaluator throws
   */
  public GainEstimate run(
      Evaluator evaluator, SourceTree before, SourceTree after, int round, long seed)
      throws Exception {
    Trial trial =
        Trial.of(before, after, Split.HELD_OUT, seed)
            .withWanted(soFar -> soFar.duets().size() < forks ? Evidence.APART : Evidence.NONE);
    Comparison comparison = evaluator.compare(trial);
    if (comparison.missing().isPresent()) {
      return GainEstimate.missing(round, comparison.missing().get());
    }
    List<Double> ratios =
        comparison.duets().stream()
            .map(duet -> duet.logRatio(Metric.CPU_TIME))
            .flatMapToDouble(OptionalDouble::stream)
            .boxed()
            .toList();
    return ratios.isEmpty()
        ? GainEstimate.missing(round, "no fork measured CPU time")
        : new GainEstimate(round, ratios, "");
  }
}
