package dev.ratchet.measure;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Shows before a run what a gate will be able to show on this machine and suite. Users call it.
 *
 * <p>First it measures the program against itself, fork by fork: whatever differs is noise. Then it
 * leads candidates without an effect through the real gate, on forks of their own, and counts how
 * many are accepted. What edits with known effects would meet is worked out from the first forks:
 * drawn anew, sides exchanged by a coin, shifted by the effect. That rests on an edit leaving the
 * noise as it is; to give each effect forks of its own would cost hours and show the same.
 *
 * <p>Immutable; {@link #run} takes the time of its forks, about 1 s each by default.
 */
public final class Calibration {
  private static final double[] EFFECTS = {-0.20, -0.05, -0.02, 0, 0.02, 0.05, 0.10, 0.20};
  private static final int REPLAYED = 500;
  private static final int RUNS = 200;
  private static final int RUN_CANDIDATES = 200;

  private final Evaluator evaluator;
  private final GatePlan plan;
  private final int forks;
  private final int nulls;

  private Calibration(Evaluator evaluator, GatePlan plan, int forks, int nulls) {
    this.evaluator = Objects.requireNonNull(evaluator, "evaluator");
    this.plan = Objects.requireNonNull(plan, "plan");
    this.forks = forks;
    this.nulls = nulls;
  }

  /**
   * Returns a calibration of 40 forks and no real candidates.
   *
   * @param evaluator one that runs forks where they are wanted
   */
  public static Calibration of(Evaluator evaluator, GatePlan plan) {
    return new Calibration(evaluator, plan, 40, 0);
  }

  /** Returns this calibration with another number of forks, 10 or more. */
  public Calibration withForks(int count) {
    if (count < 10) {
      throw new IllegalArgumentException("Fewer than 10 forks say little, but there are " + count);
    }
    return new Calibration(evaluator, plan, count, nulls);
  }

  /** Returns this calibration with so many candidates without effect through the real gate. */
  public Calibration withNulls(int candidates) {
    if (candidates < 0) {
      throw new IllegalArgumentException("There can't be " + candidates + " candidates");
    }
    return new Calibration(evaluator, plan, forks, candidates);
  }

  /**
   * Runs it.
   *
   * @param tree the program
   * @throws IllegalStateException if the evaluator can't measure the program against itself
   * @throws Exception whatever the evaluator throws
   */
  public CalibrationReport run(SourceTree tree, long seed) throws Exception {
    SplittableRandom seeds = new SplittableRandom(seed);
    long started = System.nanoTime();
    Trial trial =
        Trial.of(tree, tree, Split.VALIDATION, seeds.nextLong())
            .withWanted(soFar -> soFar.duets().size() < forks ? Evidence.FORKS : Evidence.NONE);
    List<Duet> measured = measured(trial).duets();
    Duration perFork =
        Duration.ofNanos((System.nanoTime() - started) / Math.max(1, measured.size()));
    if (measured.size() < forks) {
      throw new IllegalStateException(
          "The evaluator '" + evaluator.name() + "' runs no forks, so it can't be calibrated");
    }
    DuetGate gate = DuetGate.of(plan.withTimeFirst());
    int accepted = 0;
    for (int i = 0; i < nulls; i++) {
      accepted += accepts(gate, tree, seeds) ? 1 : 0;
    }
    return report(measured, perFork, accepted, seeds.nextLong());
  }

  private Comparison measured(Trial trial) throws Exception {
    Comparison comparison = evaluator.compare(trial);
    if (comparison.missing().isPresent()) {
      throw new IllegalStateException(
          "The program can't be measured against itself. " + comparison.missing().get());
    }
    return comparison;
  }

  private boolean accepts(DuetGate gate, SourceTree tree, SplittableRandom seeds) throws Exception {
    return passes(gate, tree, Split.VALIDATION, Entry.NONE, seeds.nextLong())
        && passes(gate, tree, Split.HELD_OUT, new Entry(1, 0), seeds.nextLong());
  }

  private boolean passes(DuetGate gate, SourceTree tree, Split split, Entry entry, long seed)
      throws Exception {
    Trial trial =
        Trial.of(tree, tree, split, seed).withWanted(soFar -> gate.wanted(soFar.entering(entry)));
    return gate.decide(measured(trial).entering(entry)).isAccepted();
  }

  private CalibrationReport report(List<Duet> measured, Duration perFork, int accepted, long seed) {
    Replay replay = new Replay(DuetGate.of(plan.withTimeFirst()), measured, seed);
    List<CalibrationReport.Effect> effects = new ArrayList<>();
    for (double effect : EFFECTS) {
      Replay.Tally tally = replay.lead(REPLAYED, effect);
      effects.add(
          new CalibrationReport.Effect(
              effect,
              tally.share(),
              tally.forksEach(),
              perFork.multipliedBy(tally.forks()).dividedBy(tally.candidates())));
    }
    int bad = replay.runsWithFalseAccepts(RUNS, RUN_CANDIDATES);
    return new CalibrationReport(
        ratios(measured), perFork, nulls, accepted, RUNS, bad, effects, smallest(replay));
  }

  private static List<Double> ratios(List<Duet> duets) {
    return duets.stream()
        .map(duet -> duet.logRatio(Metric.CPU_TIME))
        .flatMapToDouble(OptionalDouble::stream)
        .boxed()
        .toList();
  }

  /** The smallest gain, in half percents up to 30, that is accepted four times out of five. */
  private static OptionalDouble smallest(Replay replay) {
    for (int halves = 1; halves <= 60; halves++) {
      if (replay.lead(100, halves / 200.0).share() >= 0.8) {
        return OptionalDouble.of(halves / 200.0);
      }
    }
    return OptionalDouble.empty();
  }
}
