package dev.ratchet.command;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One trial: first every task once, then whatever evidence the acceptance rule wants yet, until it
 * wants no more or there is none to be had.
 */
final class CommandTrial {
  private final CommandSettings settings;
  private final BenchmarkSuite suite;
  private final Trial trial;
  private final List<Version> versions = new ArrayList<>();
  private final Optional<String> warmUp;
  private final SplittableRandom seeds;
  private final Set<String> seen = new HashSet<>();
  private final List<Duet> duets = new ArrayList<>();
  private int draws = 1;

  CommandTrial(CommandSettings settings, BenchmarkSuite suite, Trial trial) {
    this.settings = settings;
    this.suite = suite;
    this.trial = trial;
    this.seeds = new SplittableRandom(trial.seed());
    versions.add(new Version("The baseline", trial.baseline()));
    versions.add(new Version("The candidate", trial.candidate()));
    if (!trial.anchor().hash().equals(trial.baseline().hash())) {
      versions.add(new Version("The anchor", trial.anchor()));
    }
    this.warmUp = suite.tasks(Split.TUNING, trial.seed()).stream().map(Task::input).findFirst();
  }

  static List<Task> draw(BenchmarkSuite suite, Split split, long seed) {
    List<Task> tasks = suite.tasks(split, seed);
    if (tasks.isEmpty()) {
      throw new IllegalStateException(
          "The suite '"
              + suite.name()
              + "' has no tasks in its split "
              + split
              + ", so nothing can be decided. Add tasks to it, or choose another suite");
    }
    return tasks;
  }

  Comparison compare() throws NotMeasurable, InterruptedException {
    List<Task> first = draw(suite, trial.split(), trial.seed());
    first.forEach(task -> seen.add(task.input()));
    List<Measurement> soFar = answers(first, seeds.nextLong());
    while (true) {
      Comparison comparison = comparison(soFar);
      Evidence wanted = trial.wanted().apply(comparison);
      if (wanted == Evidence.NONE) {
        return comparison;
      }
      if (wanted == Evidence.FORKS || wanted == Evidence.APART) { // Processes are apart anyway.
        duets.add(new CommandDuet(settings, versions).run(first, seeds.nextLong()));
      } else {
        long seed = seeds.nextLong();
        List<Task> fresh = fresh(seed);
        if (fresh.isEmpty()) {
          return comparison;
        }
        soFar = joined(soFar, answers(fresh, seed));
      }
    }
  }

  /** A task that was seen proves nothing a second time. */
  private List<Task> fresh(long seed) {
    draws++;
    return suite.tasks(trial.split(), seed).stream()
        .filter(task -> seen.add(task.input()))
        .map(task -> task.withId(draws + "/" + task.id()))
        .toList();
  }

  private Comparison comparison(List<Measurement> sides) {
    Comparison both = Comparison.of(trial.split(), sides.get(0), sides.get(1)).withDuets(duets);
    return sides.size() > 2 ? both.against(sides.get(2)) : both;
  }

  private static List<Measurement> joined(List<Measurement> some, List<Measurement> more) {
    return IntStream.range(0, some.size())
        .mapToObj(i -> Stream.of(some.get(i), more.get(i)))
        .map(parts -> new Measurement(parts.flatMap(m -> m.results().stream()).toList()))
        .toList();
  }

  /** All versions answer task by task, in an order of tasks and versions that coins decide. */
  private List<Measurement> answers(List<Task> tasks, long seed)
      throws NotMeasurable, InterruptedException {
    SplittableRandom coins = new SplittableRandom(seed);
    TaskResult[][] results = new TaskResult[versions.size()][tasks.size()];
    try (Ensemble ensemble = new Ensemble(versions, settings, trial.split() == Split.TUNING)) {
      // The start of an interpreter is no part of the first task; a tuning task gives nothing away.
      if (warmUp.isPresent()) {
        ensemble.askAll(warmUp.get());
      }
      for (int task : Ensemble.mixed(tasks.size(), coins)) {
        for (int side : Ensemble.mixed(versions.size(), coins)) {
          Reply reply = ensemble.ask(side, tasks.get(task).input());
          results[side][task] = Judgement.of(tasks.get(task), reply);
        }
      }
      ensemble.end();
    }
    return Stream.of(results).map(side -> new Measurement(Arrays.asList(side))).toList();
  }
}
