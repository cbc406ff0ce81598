package dev.ratchet.measure;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Leads candidates with a known effect through both stages of a gate, on forks that were measured
 * of the unchanged program: drawn anew, their sides exchanged by a coin, and shifted by the effect.
 */
final class Replay {
  private static final Measurement SOLVED =
      new Measurement(
          List.of(
              new TaskResult(
                  "all", "all", Status.ANSWERED, "", Score.right(), Map.of(Metric.STEPS, 1.0))));

  /** What came of candidates with one effect. */
  record Tally(int candidates, int accepted, long forks) {
    double share() {
      return (double) accepted / candidates;
    }

    double forksEach() {
      return (double) forks / candidates;
    }
  }

  private final AcceptanceRule rule;
  private final List<Duet> nulls;
  private final SplittableRandom random;
  private long forks;

  Replay(AcceptanceRule rule, List<Duet> nulls, long seed) {
    this.rule = rule;
    this.nulls = List.copyOf(nulls);
    this.random = new SplittableRandom(seed);
  }

  /** Leads candidates that save a share of the time, each as the first entry of a run. */
  Tally lead(int candidates, double gain) {
    long before = forks;
    int accepted = 0;
    for (int i = 0; i < candidates; i++) {
      accepted += accepts(gain, new Entry(1, 0)) ? 1 : 0;
    }
    return new Tally(candidates, accepted, forks - before);
  }

  /** Returns in how many runs of candidates without effect any was accepted. */
  int runsWithFalseAccepts(int runs, int candidates) {
    int bad = 0;
    for (int run = 0; run < runs; run++) {
      int accepted = 0;
      int entries = 0;
      for (int i = 0; i < candidates; i++) {
        if (passes(0, Split.VALIDATION, Entry.NONE)) {
          accepted += passes(0, Split.HELD_OUT, new Entry(++entries, accepted)) ? 1 : 0;
        }
      }
      bad += accepted > 0 ? 1 : 0;
    }
    return bad;
  }

  private boolean accepts(double gain, Entry entry) {
    return passes(gain, Split.VALIDATION, Entry.NONE) && passes(gain, Split.HELD_OUT, entry);
  }

  private boolean passes(double gain, Split split, Entry entry) {
    List<Duet> duets = new ArrayList<>();
    Comparison plain = Comparison.of(split, SOLVED, SOLVED).entering(entry);
    Comparison comparison = plain;
    while (rule.wanted(comparison) == Evidence.FORKS) {
      duets.add(fork(gain));
      comparison = plain.withDuets(duets);
    }
    return rule.decide(comparison).isAccepted();
  }

  private Duet fork(double gain) {
    forks++;
    Duet measured = nulls.get(random.nextInt(nulls.size()));
    int side = random.nextBoolean() ? 1 : -1;
    Map<Metric, Double> ratios = new HashMap<>();
    measured
        .logRatios()
        .forEach((metric, ratio) -> ratios.put(metric, side * ratio + shift(metric, gain)));
    return new Duet(forks, ratios);
  }

  private static double shift(Metric metric, double gain) {
    return metric.equals(Metric.ALLOCATION) ? 0 : Math.log1p(-gain);
  }
}
