package dev.ratchet.java;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.java.StepCounter.Ask;
import dev.ratchet.java.StepCounter.Counts;
import dev.ratchet.java.WorkerJob.Pass;
import dev.ratchet.java.WorkerJob.Question;
import dev.ratchet.java.WorkerReport.Answer;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of two versions on the same tasks: the candidate is counted in stages, cheap tasks
 * first, then both are timed, unless the acceptance rule has seen enough.
 *
 * <p>A task that asks for none of the classes in which both versions differ runs the same
 * instructions on both, because each task meets a fresh copy of the program: it is known.
 */
final class SideBySide {
  private static final int STEP_FACTOR = 10;
  private static final long STEP_ALLOWANCE = 1_000_000;
  private static final int TIME_FACTOR = 10;
  private static final Duration TIME_ALLOWANCE = Duration.ofSeconds(5);
  private static final int CANDIDATE = 0;
  private static final int BASELINE = 1;

  /** What measuring takes: means and limits. */
  record Means(
      Jobs jobs,
      StepCounter counter,
      Duration deadline,
      long stepsPerTask,
      int timedPasses,
      boolean everyTaskTimed) {}

  /** A version in force with what it makes of the tasks. */
  record Side(Version version, Counts counts) {
    List<Counted> answers() {
      return counts.answers();
    }
  }

  private final Means means;
  private final Trial trial;
  private final List<Task> tasks;
  private final Side baseline;
  private final List<Counted> anchor;
  private final Version candidate;
  private final List<Integer> open;
  private final @Nullable Counted[] after;

  SideBySide(
      Means means,
      Trial trial,
      List<Task> tasks,
      Side baseline,
      List<Counted> anchor,
      Version candidate) {
    this.means = means;
    this.trial = trial;
    this.tasks = tasks;
    this.baseline = baseline;
    this.anchor = anchor;
    this.candidate = candidate;
    Set<String> changed =
        Version.changedClasses(baseline.version().plain().classes(), candidate.plain().classes());
    this.open =
        places().filter(i -> !Collections.disjoint(before(i).wanted(), changed)).boxed().toList();
    this.after = new Counted[tasks.size()];
    places().filter(i -> !open.contains(i)).forEach(i -> after[i] = before(i));
  }

  private IntStream places() {
    return IntStream.range(0, tasks.size());
  }

  private Counted before(int task) {
    return baseline.answers().get(task);
  }

  private Counted after(int task) {
    return Objects.requireNonNull(after[task]);
  }

  Version candidate() {
    return candidate;
  }

  /** Returns the tasks that ask for a changed class. */
  List<Task> touched() {
    return open.stream().map(tasks::get).toList();
  }

  /**
   * Counts; returns what it comes to, or nothing where times belong to it.
   *
   * <p>Where the acceptance rule refuses what it has seen, that is all.
   */
  Optional<Comparison> counted() throws NotMeasurable, InterruptedException {
    List<Boolean> canBeLost = canBeLost();
    for (List<Integer> stage : Stages.of(tasks, open, baseline.answers(), canBeLost::get)) {
      count(stage);
      Comparison soFar = untimed();
      if (!open.isEmpty() && trial.refuses().test(soFar)) {
        return Optional.of(soFar);
      }
    }
    if (trial.split() == Split.HELD_OUT) {
      List<Counted> counts = open.stream().map(this::after).toList();
      means.counter().requireExact(candidate, touched(), asks(open), counts);
    }
    boolean clock = trial.split() != Split.TUNING && means.timedPasses() > 0;
    return clock && places().anyMatch(this::isTimed) ? Optional.empty() : Optional.of(untimed());
  }

  private List<Boolean> canBeLost() throws NotMeasurable {
    List<Boolean> canBeLost = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      canBeLost.add(isSolved(i, before(i)) || isSolved(i, anchor.get(i)));
    }
    return canBeLost;
  }

  private boolean isSolved(int task, Counted answer) throws NotMeasurable {
    return Results.isSolved(tasks.get(task), answer.status(), answer.text());
  }

  private void count(List<Integer> stage) throws NotMeasurable, InterruptedException {
    List<Ask> asks = asks(stage);
    List<Counted> answers =
        means.counter().count("candidate", candidate, asks, candidateLimit()).answers();
    for (int i = 0; i < stage.size(); i++) {
      after[stage.get(i)] = answers.get(i);
      requireWithinSteps(stage.get(i), asks.get(i).budget());
    }
  }

  private List<Ask> asks(List<Integer> places) {
    return places.stream().map(i -> new Ask(tasks.get(i).input(), budget(i))).toList();
  }

  private long budget(int task) {
    Counted answer = before(task);
    long fair = answer.steps() * STEP_FACTOR + STEP_ALLOWANCE;
    return answer.isOutOfSteps() ? means.stepsPerTask() : Math.min(fair, means.stepsPerTask());
  }

  private Duration candidateLimit() {
    return baseline
        .counts()
        .time()
        .map(time -> time.multipliedBy(TIME_FACTOR).plus(TIME_ALLOWANCE))
        .filter(derived -> derived.compareTo(means.deadline()) < 0)
        .orElse(means.deadline());
  }

  private void requireWithinSteps(int task, long budget) throws NotMeasurable {
    if (after(task).isOutOfSteps() && !before(task).isOutOfSteps()) {
      throw new NotMeasurable(
          "The candidate used up its steps on a task of the family " + tasks.get(task).family(),
          "it may take " + budget + ", the baseline needs " + before(task).steps());
    }
  }

  /** Returns what is counted so far, all of it or the part that it is. */
  private Comparison untimed() throws NotMeasurable {
    int[] seen = places().filter(i -> after[i] != null).toArray();
    List<Task> some = Arrays.stream(seen).mapToObj(tasks::get).toList();
    Measurement old = Results.untimed(some, at(seen, baseline.answers()));
    Measurement now = Results.untimed(some, Arrays.stream(seen).mapToObj(this::after).toList());
    return Comparison.of(trial.split(), old, now)
        .against(Results.untimed(some, at(seen, anchor)))
        .withUnseen(tasks.size() - seen.length);
  }

  private static List<Counted> at(int[] places, List<Counted> answers) {
    return Arrays.stream(places).mapToObj(answers::get).toList();
  }

  private boolean isTimed(int task) {
    return !before(task).isOutOfSteps() && (means.everyTaskTimed() || open.contains(task));
  }

  /** Times what was counted. */
  Comparison timed() throws NotMeasurable, InterruptedException {
    List<Question> questions =
        places()
            .mapToObj(i -> new Question(tasks.get(i).input(), budget(i), false, isTimed(i)))
            .toList();
    WorkerJob job =
        new WorkerJob(
            List.of(candidate.plain(), baseline.version().plain()), questions, timedPasses());
    WorkerReport report = means.jobs().timed("candidate", job, candidateLimit());
    List<Counted> now = places().mapToObj(this::after).toList();
    requireSameAnswers("baseline", baseline.answers(), report, BASELINE);
    requireSameAnswers("candidate", now, report, CANDIDATE);
    return Comparison.of(
            trial.split(),
            Results.timed(tasks, baseline.answers(), i -> report.timed(BASELINE, i)),
            Results.timed(tasks, now, i -> report.timed(CANDIDATE, i)))
        .against(Results.untimed(tasks, anchor));
  }

  /** Every second pass turns the order round, so that neither side is always first. */
  private List<Pass> timedPasses() {
    long coin = new SplittableRandom(trial.seed()).nextLong();
    return IntStream.range(0, means.timedPasses())
        .mapToObj(i -> Pass.time(i % 2 == 0 ? coin : ~coin, CANDIDATE, BASELINE))
        .toList();
  }

  private void requireSameAnswers(String who, List<Counted> counted, WorkerReport report, int side)
      throws NotMeasurable {
    for (int i = 0; i < tasks.size(); i++) {
      for (Answer timed : report.timed(side, i)) {
        if (!counted.get(i).agreesWith(timed)) {
          throw new NotMeasurable(
              "The "
                  + who
                  + " answers a task of the family "
                  + tasks.get(i).family()
                  + " differently when it is timed than when it is counted, because it keeps state"
                  + " between tasks, depends on chance, or looks at how it is measured");
        }
      }
    }
  }
}
