package dev.ratchet.java;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One trial: first every task once, then whatever evidence the acceptance rule wants yet, until it
 * wants no more or there is none to be had.
 */
final class Gathering {
  private final Draws draws;
  private final TreeMeasurer measurer;
  private final Trial trial;
  private final SplittableRandom seeds;
  private final List<Task> first;
  private final List<Duet> duets = new ArrayList<>();
  private final List<Task> touched = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int batches = 1;
  private boolean telling = true;

  Gathering(Draws draws, TreeMeasurer measurer, Trial trial) {
    this.draws = draws;
    this.measurer = measurer;
    this.trial = trial;
    this.seeds = new SplittableRandom(trial.seed());
    this.first = draws.tasks(trial.split(), trial.seed());
  }

  Comparison compare() throws NotMeasurable, InterruptedException {
    first.forEach(task -> seen.add(task.input()));
    TreeMeasurer.Compared compared = measurer.compare(trial, first);
    touched.addAll(compared.touched());
    Comparison soFar = compared.comparison();
    while (!soFar.isPartial()) {
      Evidence wanted = trial.wanted().apply(soFar);
      if (wanted == Evidence.NONE) {
        return soFar;
      }
      if (wanted == Evidence.FORKS || wanted == Evidence.APART) {
        soFar = withFork(soFar, wanted == Evidence.APART);
      } else {
        long seed = seeds.nextLong();
        List<Task> fresh = measurer.shared(() -> freshTasks(seed));
        if (fresh.isEmpty()) {
          return soFar;
        }
        soFar = withTasks(soFar, fresh, seed);
      }
    }
    return soFar;
  }

  /**
   * A new process remembers no task, so all forks may have the same; another seed mixes them. Tasks
   * that ask for nothing of what was edited would only hide the difference, so they are left out
   * where the others are enough to be timed.
   */
  private Comparison withFork(Comparison soFar, boolean apart)
      throws NotMeasurable, InterruptedException {
    duets.add(fork(seeds.nextLong(), apart));
    return soFar.withDuets(duets);
  }

  private Duet fork(long seed, boolean apart) throws NotMeasurable, InterruptedException {
    if (telling) {
      try {
        return measurer.duet(trial, touched, seed, apart);
      } catch (NotMeasurable.TooShort e) {
        telling = false;
        duets.clear();
      }
    }
    return measurer.duet(trial, first, seed, apart);
  }

  /** A task that was seen proves nothing a second time. */
  private List<Task> freshTasks(long seed) {
    batches++;
    return draws.tasks(trial.split(), seed).stream()
        .filter(task -> seen.add(task.input()))
        .map(task -> task.withId(batches + "/" + task.id()))
        .toList();
  }

  private Comparison withTasks(Comparison soFar, List<Task> fresh, long seed)
      throws NotMeasurable, InterruptedException {
    Trial more =
        trial.withSeed(seed).withRefuses(part -> trial.refuses().test(joined(soFar, part)));
    TreeMeasurer.Compared compared = measurer.compare(more, fresh);
    touched.addAll(compared.touched());
    return joined(soFar, compared.comparison());
  }

  private Comparison joined(Comparison soFar, Comparison more) {
    return Comparison.of(
            trial.split(),
            both(soFar.baseline(), more.baseline()),
            both(soFar.candidate(), more.candidate()))
        .against(both(soFar.anchor(), more.anchor()))
        .withUnseen(more.unseen())
        .withDuets(duets);
  }

  private static Measurement both(Measurement one, Measurement other) {
    List<TaskResult> all = Stream.concat(one.results().stream(), other.results().stream()).toList();
    return new Measurement(all);
  }
}
