package dev.ratchet.java;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Subject.EntryPoint;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.WorkerJob.Pass;
import dev.ratchet.java.WorkerJob.Program;
import dev.ratchet.java.WorkerJob.Question;
import dev.ratchet.java.WorkerReport.Answer;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures trees in worker processes and puts the comparison together.
 *
 * <p>A task that asks for none of the classes in which two versions differ runs the same
 * instructions on both, because each task meets a fresh copy of the program: it is counted once.
 */
final class TreeMeasurer implements AutoCloseable {
  private static final int KEPT_COUNTS = 64;
  private static final int STEP_FACTOR = 10;
  private static final long STEP_ALLOWANCE = 1_000_000;
  private static final int TIME_FACTOR = 10;
  private static final Duration TIME_ALLOWANCE = Duration.ofSeconds(5);
  private static final int COUNTED = 0;
  private static final int PLAIN_CANDIDATE = 1;
  private static final int PLAIN_BASELINE = 2;

  private record Key(ContentHash tree, Split split, long seed) {}

  /** A comparison with the tasks that ask for a changed class. */
  record Compared(Comparison comparison, List<Task> touched) {}

  /** The exact results of one version, and how long its process took. */
  private record Counts(List<Answer> answers, Duration time) {}

  /** The last program that was profiled, with the answers on its tasks. */
  private record Observed(
      List<Task> tasks, Map<String, byte[]> classes, List<Profile.Profiled> answers) {}

  private final TreeCompiler compiler;
  private final EntryPoint entry;
  private final Libraries libraries;
  private final WorkerPool pool;
  private final DuetRunner duets;
  private final Duration deadline;
  private final long stepsPerTask;
  private final int timedPasses;
  private final boolean exactnessChecked;
  private final boolean everyTaskTimed;
  private final Set<ContentHash> exact = new HashSet<>();
  private Optional<Observed> lastObserved = Optional.empty();
  private final Map<Key, Counts> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Counts> eldest) {
          return size() > KEPT_COUNTS;
        }
      };

  TreeMeasurer(ClassEvaluator.Builder settings, EntryPoint entry) {
    this.compiler = settings.compiler;
    this.entry = entry;
    this.deadline = settings.deadline;
    this.stepsPerTask = settings.stepsPerTask;
    this.timedPasses = settings.timedPasses;
    this.exactnessChecked = settings.exactnessChecked;
    this.everyTaskTimed = settings.everyTaskTimed;
    this.libraries = new Libraries(compiler.target().classPath());
    this.pool =
        new WorkerPool(
            settings.isolation,
            settings.idleWorkers,
            settings.jvmOptions,
            libraries,
            settings.deadline);
    this.duets =
        new DuetRunner(
            settings.isolation,
            settings.duetShape,
            settings.jvmOptions,
            libraries,
            settings.deadline);
  }

  @Override
  public void close() {
    pool.close();
    duets.close();
  }

  /** Runs both trees side by side in a process of their own. */
  Duet duet(Trial trial, List<Task> tasks, long seed) throws NotMeasurable, InterruptedException {
    return duets.run(
        program("The baseline", trial.baseline()),
        program("The candidate", trial.candidate()),
        tasks,
        seed,
        trial.split() == Split.VAULT);
  }

  /** Compares two trees on tasks, and adds what the anchor makes of them. */
  Compared compare(Trial trial, List<Task> tasks) throws NotMeasurable, InterruptedException {
    Compared pair = compareSides(trial, tasks);
    if (trial.anchor().hash().equals(trial.baseline().hash())) {
      return pair;
    }
    Trial before = Trial.of(trial.anchor(), trial.anchor(), trial.split(), trial.seed());
    Counts anchor = baselineCounts(before, program("The anchor", trial.anchor()), tasks);
    return new Compared(
        pair.comparison().against(untimed(tasks, anchor.answers())), pair.touched());
  }

  private Compared compareSides(Trial trial, List<Task> tasks)
      throws NotMeasurable, InterruptedException {
    Program baseline = program("The baseline", trial.baseline());
    Program candidate = program("The candidate", trial.candidate());
    Counts before = baselineCounts(trial, baseline, tasks);
    Set<String> changed = changedClasses(baseline.classes(), candidate.classes());
    List<Question> questions = questions(tasks, before.answers(), changed);
    if (questions.stream().noneMatch(q -> q.counted() || q.timed())) {
      Measurement same = untimed(tasks, before.answers());
      return new Compared(Comparison.of(trial.split(), same, same), List.of());
    }
    WorkerJob job = job(trial, baseline, candidate, questions);
    long started = System.nanoTime();
    WorkerReport report = run("candidate", job, candidateDeadline(before));
    Duration time = Duration.ofNanos(System.nanoTime() - started);
    List<Answer> counted = counted(report, questions, before.answers());
    requireWithinSteps(tasks, job.questions(), before.answers(), counted);
    requireSameAnswers("baseline", tasks, before.answers(), report, PLAIN_BASELINE);
    requireSameAnswers("candidate", tasks, counted, report, PLAIN_CANDIDATE);
    if (trial.split() == Split.HELD_OUT) {
      requireExact(trial.candidate(), counting(candidate), tasks, questions, counted);
    }
    known.put(
        new Key(trial.candidate().hash(), trial.split(), trial.seed()), new Counts(counted, time));
    Comparison comparison =
        Comparison.of(
            trial.split(),
            measurement(tasks, before.answers(), report, PLAIN_BASELINE),
            measurement(tasks, counted, report, PLAIN_CANDIDATE));
    return new Compared(comparison, touched(tasks, questions));
  }

  private static List<Task> touched(List<Task> tasks, List<Question> questions) {
    return IntStream.range(0, tasks.size())
        .filter(i -> questions.get(i).counted())
        .mapToObj(tasks::get)
        .toList();
  }

  private Duration candidateDeadline(Counts before) {
    Duration derived = before.time().multipliedBy(TIME_FACTOR).plus(TIME_ALLOWANCE);
    return derived.compareTo(deadline) < 0 ? derived : deadline;
  }

  private Program program(String who, SourceTree tree) throws NotMeasurable {
    Compilation compilation = compiler.compile(tree);
    if (compilation instanceof Compilation.Compiled compiled) {
      BlockMap none = new BlockMap(List.of(), List.of());
      return new Program(entry, compiled.classes(), none, libraries.names());
    }
    throw new NotMeasurable(
        who + " does not compile: " + ((Compilation.Failed) compilation).findings().get(0));
  }

  private static Program counting(Program plain) throws NotMeasurable {
    StepInstrumenter.Instrumented counted = StepInstrumenter.counting(plain.classes());
    return new Program(plain.entry(), counted.classes(), counted.map(), plain.libraries());
  }

  private Counts baselineCounts(Trial trial, Program program, List<Task> tasks)
      throws NotMeasurable, InterruptedException {
    Key key = new Key(trial.baseline().hash(), trial.split(), trial.seed());
    Counts counts = known.get(key);
    if (counts == null) {
      Program counting = counting(program);
      counts = count(counting, all(tasks));
      requireExact(trial.baseline(), counting, tasks, all(tasks), counts.answers());
      known.put(key, counts);
    }
    return counts;
  }

  private List<Question> all(List<Task> tasks) {
    return tasks.stream()
        .map(task -> new Question(task.input(), stepsPerTask, true, false))
        .toList();
  }

  private Counts count(Program program, List<Question> questions)
      throws NotMeasurable, InterruptedException {
    WorkerJob job = new WorkerJob(List.of(program), questions, List.of(Pass.count(COUNTED)));
    long started = System.nanoTime();
    WorkerReport report = run("baseline", job, deadline);
    Duration time = Duration.ofNanos(System.nanoTime() - started);
    return new Counts(counted(report, questions, List.of()), time);
  }

  private WorkerReport run(String who, WorkerJob job, Duration limit)
      throws NotMeasurable, InterruptedException {
    try {
      return pool.run(job, limit);
    } catch (NotMeasurable e) {
      throw new NotMeasurable("No measurement of the " + who + ": " + e.getMessage());
    }
  }

  /** Counts again in another process, once per version. */
  private void requireExact(
      SourceTree tree,
      Program program,
      List<Task> tasks,
      List<Question> questions,
      List<Answer> counts)
      throws NotMeasurable, InterruptedException {
    if (!exactnessChecked || exact.contains(tree.hash())) {
      return;
    }
    boolean none = questions.stream().noneMatch(Question::counted);
    List<Answer> again = none ? counts : recount(program, questions, counts);
    for (int i = 0; i < tasks.size(); i++) {
      Answer first = counts.get(i);
      Answer second = again.get(i);
      if (first.steps() != second.steps() || !first.agreesWith(second)) {
        throw new NotMeasurable(
            "Steps are not exact, because task "
                + tasks.get(i).id()
                + " took "
                + first.steps()
                + " steps in one process and "
                + second.steps()
                + " in another. Remedy: take"
                + " chance, clocks, threads and hash codes of identity out of the program");
      }
    }
    exact.add(tree.hash());
  }

  private List<Answer> recount(Program program, List<Question> questions, List<Answer> known)
      throws NotMeasurable, InterruptedException {
    List<Question> untimed =
        questions.stream()
            .map(q -> new Question(q.input(), q.budget(), q.counted(), false))
            .toList();
    WorkerJob job = new WorkerJob(List.of(program), untimed, List.of(Pass.count(COUNTED)));
    return counted(run("program", job, deadline), untimed, known);
  }

  /** Returns the names of the classes that only one version has, or that differ. */
  private static Set<String> changedClasses(Map<String, byte[]> before, Map<String, byte[]> after) {
    Set<String> changed = new HashSet<>();
    Stream.concat(before.keySet().stream(), after.keySet().stream())
        .filter(name -> !Arrays.equals(before.get(name), after.get(name)))
        .forEach(changed::add);
    return changed;
  }

  private List<Question> questions(List<Task> tasks, List<Answer> before, Set<String> changed) {
    return IntStream.range(0, tasks.size())
        .mapToObj(i -> question(tasks.get(i), before.get(i), changed))
        .toList();
  }

  private Question question(Task task, Answer before, Set<String> changed) {
    boolean ended = before.status() != Status.OUT_OF_STEPS;
    long fair = ended ? before.steps() * STEP_FACTOR + STEP_ALLOWANCE : stepsPerTask;
    boolean affected = !Collections.disjoint(before.wanted(), changed);
    boolean timed = ended && (affected || everyTaskTimed);
    return new Question(task.input(), Math.min(fair, stepsPerTask), affected, timed);
  }

  private WorkerJob job(Trial trial, Program baseline, Program candidate, List<Question> questions)
      throws NotMeasurable {
    SplittableRandom coins = new SplittableRandom(trial.seed());
    List<Pass> passes = new ArrayList<>();
    passes.add(Pass.count(COUNTED));
    long coin = coins.nextLong();
    int timed = trial.split() == Split.TUNING ? 0 : timedPasses;
    for (int i = 0; i < timed; i++) {
      // Every second pass turns the order round, so that neither side is always first.
      passes.add(Pass.time(i % 2 == 0 ? coin : ~coin, PLAIN_CANDIDATE, PLAIN_BASELINE));
    }
    return new WorkerJob(List.of(counting(candidate), candidate, baseline), questions, passes);
  }

  /** Returns the answers that were counted, and for the other tasks those that are known. */
  private static List<Answer> counted(
      WorkerReport report, List<Question> questions, List<Answer> known) {
    return IntStream.range(0, questions.size())
        .mapToObj(i -> questions.get(i).counted() ? report.answer(0, COUNTED, i) : known.get(i))
        .toList();
  }

  private static void requireWithinSteps(
      List<Task> tasks, List<Question> questions, List<Answer> before, List<Answer> after)
      throws NotMeasurable {
    for (int i = 0; i < tasks.size(); i++) {
      if (after.get(i).status() == Status.OUT_OF_STEPS
          && before.get(i).status() != Status.OUT_OF_STEPS) {
        throw new NotMeasurable(
            "The candidate used up its "
                + questions.get(i).budget()
                + " steps on a task of the"
                + " family "
                + tasks.get(i).family()
                + ", for which the baseline needs "
                + before.get(i).steps());
      }
    }
  }

  private static void requireSameAnswers(
      String who, List<Task> tasks, List<Answer> counted, WorkerReport report, int side)
      throws NotMeasurable {
    for (int i = 0; i < tasks.size(); i++) {
      for (Answer timed : report.timed(side, i)) {
        if (!timed.agreesWith(counted.get(i))) {
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

  private static Measurement measurement(
      List<Task> tasks, List<Answer> counted, WorkerReport report, int side) throws NotMeasurable {
    List<TaskResult> results = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      results.add(result(tasks.get(i), counted.get(i), report.timed(side, i)));
    }
    return new Measurement(results);
  }

  private static Measurement untimed(List<Task> tasks, List<Answer> answers) throws NotMeasurable {
    List<TaskResult> results = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      results.add(result(tasks.get(i), answers.get(i), List.of()));
    }
    return new Measurement(results);
  }

  static TaskResult result(Task task, Answer counted, List<Answer> timed) throws NotMeasurable {
    Map<Metric, Double> values = new HashMap<>();
    values.put(Metric.STEPS, (double) counted.steps());
    values.put(Metric.OUTSIDE_CALLS, (double) counted.outside());
    timed.stream()
        .mapToLong(Answer::cpuNanos)
        .min()
        .ifPresent(least -> values.put(Metric.CPU_TIME, (double) least));
    timed.stream()
        .mapToLong(Answer::wallNanos)
        .min()
        .ifPresent(least -> values.put(Metric.WALL_TIME, (double) least));
    return new TaskResult(
        task.id(), task.family(), counted.status(), counted.text(), score(task, counted), values);
  }

  static Score score(Task task, Answer answer) throws NotMeasurable {
    if (answer.status() != Status.ANSWERED) {
      return Score.wrong(answer.text());
    }
    try {
      return task.checker().check(answer.text());
    } catch (RuntimeException e) {
      throw new NotMeasurable(
          "The checker of task " + task.id() + " failed: " + e + ". Remedy: make it take any text");
    }
  }

  /** Profiles a tree on tuning tasks. */
  Insight observe(SourceTree tree, List<Task> tasks) throws NotMeasurable, InterruptedException {
    Program plain = program("The program", tree);
    StepInstrumenter.Instrumented instrumented = StepInstrumenter.profiling(plain.classes());
    Program profiled =
        new Program(entry, instrumented.classes(), instrumented.map(), plain.libraries());
    Observed last =
        lastObserved
            .filter(observed -> observed.tasks().equals(tasks))
            .orElseGet(() -> new Observed(tasks, Map.of(), List.of()));
    Set<String> changed = changedClasses(last.classes(), plain.classes());
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      boolean affected =
          last.answers().isEmpty()
              || !Collections.disjoint(last.answers().get(i).answer().wanted(), changed);
      questions.add(new Question(tasks.get(i).input(), stepsPerTask, affected, false));
    }
    List<Profile.Profiled> answers = new ArrayList<>(last.answers());
    if (questions.stream().anyMatch(Question::counted)) {
      WorkerJob job = new WorkerJob(List.of(profiled), questions, List.of(Pass.profile(COUNTED)));
      WorkerReport report = run("program", job, deadline);
      answers.clear();
      for (int i = 0; i < tasks.size(); i++) {
        answers.add(
            questions.get(i).counted()
                ? new Profile.Profiled(report.answer(0, COUNTED, i), instrumented.map())
                : last.answers().get(i));
      }
    }
    lastObserved = Optional.of(new Observed(tasks, plain.classes(), answers));
    return Profile.of(tasks, answers);
  }
}
