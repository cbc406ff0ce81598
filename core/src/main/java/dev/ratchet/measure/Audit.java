package dev.ratchet.measure;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Compares what a run has come to with the original, on tasks that no round has seen. Users create
 * it and give it to a loop.
 *
 * <p>Gains of rounds are never multiplied: each was measured against another version, and what was
 * chosen for its gain shows too much of it. An audit measures the sum once, in duels of its own, on
 * the vault, and evaluators run them as the program would run in earnest. Immutable.
 */
public final class Audit {
  private static final int FORKS = 30;
  private static final int EVERY = 10;

  private final int forks;
  private final int every;

  private Audit(int forks, int every) {
    this.forks = forks;
    this.every = every;
  }

  /** Returns an audit of 30 forks after every 10 kept edits and at the end of a run. */
  public static Audit standard() {
    return new Audit(FORKS, EVERY);
  }

  /** Returns this audit with another number of forks; 0 compares accuracy and steps alone. */
  public Audit withForks(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("There can't be " + count + " forks");
    }
    return new Audit(count, every);
  }

  /** Returns this audit after other numbers of kept edits. */
  public Audit withEvery(int kept) {
    if (kept < 1) {
      throw new IllegalArgumentException("An audit follows 1 kept edit or more, not " + kept);
    }
    return new Audit(forks, kept);
  }

  /** Returns whether so many kept edits since the last audit call for one. */
  public boolean isDue(int kept) {
    return kept >= every;
  }

  /**
   * Compares two versions.
   *
   * @throws Exception whatever the evaluator throws
   */
  public AuditReport run(Evaluator evaluator, SourceTree original, SourceTree current, long seed)
      throws Exception {
    Objects.requireNonNull(evaluator, "evaluator");
    Trial trial =
        Trial.of(original, current, Split.VAULT, seed)
            .withWanted(soFar -> soFar.duets().size() < forks ? Evidence.FORKS : Evidence.NONE);
    Comparison comparison = evaluator.compare(trial);
    if (comparison.missing().isPresent()) {
      return AuditReport.missing(comparison.missing().get());
    }
    Sides sides = Sides.of(comparison);
    return new AuditReport(
        sides.lost(), sides.repaired(), sides.ratio(Metric.STEPS), ratios(comparison), "");
  }

  private static List<Double> ratios(Comparison comparison) {
    return comparison.duets().stream()
        .map(Audit::cpu)
        .flatMapToDouble(OptionalDouble::stream)
        .boxed()
        .toList();
  }

  private static OptionalDouble cpu(Duet duet) {
    return duet.logRatio(Metric.CPU_TIME);
  }
}
