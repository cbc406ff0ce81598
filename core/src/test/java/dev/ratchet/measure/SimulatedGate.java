package dev.ratchet.measure;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Claim;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Leads candidates that exist as numbers only through both stages of a rule, as a loop would.
 *
 * <p>Counts what the evidence costs.
 */
final class SimulatedGate {
  /** What a candidate does to a fork and to a task. */
  interface Candidate {
    /** Returns the log ratio of CPU time that one fork shows. */
    double fork(RandomGenerator random);

    /** Returns the log ratio of steps on one task; 0 where the edit does not touch it. */
    default double task(RandomGenerator random) {
      return 0;
    }

    /** Returns whether the version in force solves a task. */
    default boolean solvedBefore(RandomGenerator random) {
      return true;
    }

    /** Returns whether the candidate solves a task that the version in force solves or not. */
    default boolean solves(boolean before, RandomGenerator random) {
      return before;
    }

    /** Returns how many tasks are drawn at a time. */
    default int batch() {
      return 50;
    }

    default Claim claim() {
      return Claim.ANY;
    }
  }

  private final AcceptanceRule rule;
  private final RandomGenerator random;
  private int entries;
  private int accepted;
  private long forks;
  private long tasks;

  SimulatedGate(AcceptanceRule rule, RandomGenerator random) {
    this.rule = rule;
    this.random = random;
  }

  /** Returns whether a candidate is accepted. */
  boolean accepts(Candidate candidate) {
    if (!passes(candidate, Split.VALIDATION, Entry.NONE)) {
      return false;
    }
    Entry entry = new Entry(++entries, accepted);
    boolean kept = passes(candidate, Split.HELD_OUT, entry);
    accepted += kept ? 1 : 0;
    return kept;
  }

  private boolean passes(Candidate candidate, Split split, Entry entry) {
    List<TaskResult> old = new ArrayList<>();
    List<TaskResult> now = new ArrayList<>();
    List<Duet> duets = new ArrayList<>();
    draw(candidate, old, now);
    Comparison drawn = Comparison.of(split, new Measurement(old), new Measurement(now));
    while (true) {
      Comparison comparison = drawn.withDuets(duets).claiming(candidate.claim()).entering(entry);
      Evidence wanted = rule.wanted(comparison);
      if (wanted == Evidence.NONE) {
        return rule.decide(comparison).isAccepted();
      } else if (wanted == Evidence.TASKS) {
        draw(candidate, old, now);
        drawn = Comparison.of(split, new Measurement(old), new Measurement(now));
      } else {
        forks++;
        double ratio = candidate.fork(random);
        duets.add(
            new Duet(
                forks,
                Map.of(Metric.CPU_TIME, ratio, Metric.WALL_TIME, ratio, Metric.ALLOCATION, ratio)));
      }
    }
  }

  private void draw(Candidate candidate, List<TaskResult> old, List<TaskResult> now) {
    for (int i = 0; i < candidate.batch(); i++) {
      tasks++;
      boolean before = candidate.solvedBefore(random);
      boolean after = candidate.solves(before, random);
      String id = "t" + old.size();
      old.add(result(id, before, 1e6));
      now.add(result(id, after, Math.rint(1e6 * Math.exp(candidate.task(random)))));
    }
  }

  private static TaskResult result(String id, boolean solved, double steps) {
    Score score = solved ? Score.right() : Score.wrong("no");
    return new TaskResult(id, "f", Status.ANSWERED, "", score, Map.of(Metric.STEPS, steps));
  }

  int entries() {
    return entries;
  }

  long forks() {
    return forks;
  }

  long tasks() {
    return tasks;
  }
}
