package dev.ratchet.java;

import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.java.KnownCounts.Known;
import dev.ratchet.java.WorkerJob.Pass;
import dev.ratchet.java.WorkerJob.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Counts what versions make of inputs, each only once. Safe for many threads.
 *
 * <p>Each input meets a fresh copy of the program, so what comes of it depends on the program and
 * the input alone, whatever else was asked in the same process.
 */
final class StepCounter {
  private static final int COUNTED = 0;

  /** An input with the steps that it may cost. */
  record Ask(String input, long budget) {
    ContentHash hash() {
      return ContentHash.ofText(input);
    }
  }

  /** Counts, and what they took of their processes; empty if that is not known here. */
  record Counts(List<Counted> answers, Optional<Duration> time) {}

  private final Jobs jobs;
  private final KnownCounts known = new KnownCounts();
  private final Optional<CountStore> store;
  private final Set<ContentHash> read = ConcurrentHashMap.newKeySet();
  private final Duration deadline;
  private final long stepsPerTask;
  private final boolean exactnessChecked;
  private final Set<ContentHash> exact = ConcurrentHashMap.newKeySet();
  private final ReentrantLock oneInForce = new ReentrantLock(true);

  StepCounter(
      Jobs jobs,
      Optional<CountStore> store,
      Duration deadline,
      long stepsPerTask,
      boolean exactnessChecked) {
    this.jobs = jobs;
    this.store = store;
    this.deadline = deadline;
    this.stepsPerTask = stepsPerTask;
    this.exactnessChecked = exactnessChecked;
  }

  /** Counts a version in force on all tasks; those who want the same wait for the first. */
  Counts inForce(Version version, List<Task> tasks) throws NotMeasurable, InterruptedException {
    List<Ask> asks = tasks.stream().map(task -> new Ask(task.input(), stepsPerTask)).toList();
    oneInForce.lockInterruptibly();
    try {
      Counts counts = count("baseline", version, asks, deadline);
      requireExact(version, tasks, asks, counts.answers());
      return counts;
    } catch (NotMeasurable e) {
      forget(version);
      throw e;
    } finally {
      oneInForce.unlock();
    }
  }

  /** Counts what is not known yet, in one process. */
  Counts count(String who, Version version, List<Ask> asks, Duration limit)
      throws NotMeasurable, InterruptedException {
    ContentHash program = version.hash();
    recall(program);
    Map<Ask, Known> counts = new LinkedHashMap<>();
    List<Ask> open = new ArrayList<>();
    for (Ask ask : new LinkedHashSet<>(asks)) {
      known
          .find(program, ask.hash(), ask.budget())
          .ifPresentOrElse(count -> counts.put(ask, count), () -> open.add(ask));
    }
    if (!open.isEmpty()) {
      Map<Ask, Known> fresh = fresh(who, version, open, limit);
      counts.putAll(fresh);
      remember(program, fresh);
    }
    return new Counts(
        asks.stream().map(ask -> at(counts, ask).answer()).toList(), time(counts.values()));
  }

  private Map<Ask, Known> fresh(String who, Version version, List<Ask> open, Duration limit)
      throws NotMeasurable, InterruptedException {
    long started = System.nanoTime();
    List<Counted> answers = run(who, version, open, List.of(Pass.count(COUNTED)), limit).get(0);
    long each = (System.nanoTime() - started) / open.size();
    Map<Ask, Known> counts = new LinkedHashMap<>();
    for (int i = 0; i < open.size(); i++) {
      counts.put(open.get(i), new Known(answers.get(i), open.get(i).budget(), each));
    }
    return counts;
  }

  private void recall(ContentHash program) {
    if (store.isPresent() && read.add(program)) {
      store.get().read(program).forEach((input, count) -> known.put(program, input, count));
    }
  }

  private void remember(ContentHash program, Map<Ask, Known> counts) {
    Map<ContentHash, Known> byInput = new LinkedHashMap<>();
    counts.forEach((ask, count) -> byInput.put(ask.hash(), count));
    byInput.forEach((input, count) -> known.put(program, input, count));
    store.ifPresent(files -> files.add(program, byInput));
  }

  /** Forgets a version that crashed, hung, or did not do the same again. */
  void forget(Version version) throws NotMeasurable {
    known.forget(version.hash());
    if (store.isPresent()) {
      store.get().forget(version.hash());
    }
  }

  private static Known at(Map<Ask, Known> counts, Ask ask) {
    return Objects.requireNonNull(counts.get(ask));
  }

  private static Optional<Duration> time(Collection<Known> counts) {
    return counts.stream().anyMatch(count -> count.nanos() < 0)
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(counts.stream().mapToLong(Known::nanos).sum()));
  }

  /**
   * Counts again in another process, once per version: in two other orders, so that what a program
   * keeps from task to task shows, wherever it keeps it, and so does what it keeps for a task that
   * it meets again. What is known does not help.
   */
  void requireExact(Version version, List<Task> tasks, List<Ask> asks, List<Counted> counts)
      throws NotMeasurable, InterruptedException {
    if (!exactnessChecked || asks.isEmpty() || exact.contains(version.hash())) {
      return;
    }
    SplittableRandom coins = new SplittableRandom(asks.hashCode());
    List<Pass> orders =
        List.of(Pass.recount(coins.nextLong(), COUNTED), Pass.recount(coins.nextLong(), COUNTED));
    for (List<Counted> again : run("program", version, asks, orders, deadline)) {
      for (int i = 0; i < asks.size(); i++) {
        requireSame(tasks.get(i), counts.get(i), again.get(i));
      }
    }
    exact.add(version.hash());
  }

  private static void requireSame(Task task, Counted first, Counted second) throws NotMeasurable {
    if (first.steps() != second.steps() || !first.agreesWith(second)) {
      throw new NotMeasurable(
          "Steps are not exact, because a task took others in another process, after other tasks."
              + " Remedy: take chance, clocks, threads, hash codes of identity and what is kept from"
              + " task to task out of the program",
          "task " + task.id() + ": " + first.steps() + " and " + second.steps());
    }
  }

  /** Returns the answers to all asks, for each pass. */
  private List<List<Counted>> run(
      String who, Version version, List<Ask> asks, List<Pass> passes, Duration limit)
      throws NotMeasurable, InterruptedException {
    List<Question> questions =
        asks.stream().map(ask -> new Question(ask.input(), ask.budget(), true, false)).toList();
    WorkerJob job = new WorkerJob(List.of(version.counting()), questions, passes);
    WorkerReport report = jobs.counted(who, job, limit);
    List<List<Counted>> all = new ArrayList<>();
    for (int pass = 0; pass < passes.size(); pass++) {
      int number = pass;
      all.add(
          IntStream.range(0, asks.size())
              .mapToObj(i -> Counted.of(report.answer(number, COUNTED, i)))
              .toList());
    }
    return all;
  }
}
