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
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Measures trees in worker processes and puts the comparison together. */
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

  /** The exact results of one version, and how long its process took. */
  private record Counts(List<Answer> answers, Duration time) {}

  private final TreeCompiler compiler;
  private final EntryPoint entry;
  private final WorkerPool pool;
  private final Duration deadline;
  private final long stepsPerTask;
  private final int timedPasses;
  private final boolean exactnessChecked;
  private final Set<ContentHash> exact = new HashSet<>();
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
    this.pool = new WorkerPool(settings.isolation, settings.idleWorkers, settings.jvmOptions);
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Compares two trees on tasks. */
  Comparison compare(Trial trial, List<Task> tasks) throws NotMeasurable, InterruptedException {
    Program baseline = program("The baseline", trial.baseline());
    Program candidate = program("The candidate", trial.candidate());
    Counts before = baselineCounts(trial, baseline, tasks);
    WorkerJob job = job(trial, baseline, candidate, questions(tasks, before.answers()));
    long started = System.nanoTime();
    WorkerReport report = run("candidate", job, candidateDeadline(before));
    Duration time = Duration.ofNanos(System.nanoTime() - started);
    List<Answer> counted = counted(report, tasks.size());
    requireWithinSteps(tasks, job.questions(), before.answers(), counted);
    requireSameAnswers("baseline", tasks, before.answers(), report, PLAIN_BASELINE);
    requireSameAnswers("candidate", tasks, counted, report, PLAIN_CANDIDATE);
    known.put(
        new Key(trial.candidate().hash(), trial.split(), trial.seed()), new Counts(counted, time));
    return Comparison.of(
        trial.split(),
        measurement(tasks, before.answers(), report, PLAIN_BASELINE),
        measurement(tasks, counted, report, PLAIN_CANDIDATE));
  }

  private Duration candidateDeadline(Counts before) {
    Duration derived = before.time().multipliedBy(TIME_FACTOR).plus(TIME_ALLOWANCE);
    return derived.compareTo(deadline) < 0 ? derived : deadline;
  }

  private Program program(String who, SourceTree tree) throws NotMeasurable {
    Compilation compilation = compiler.compile(tree);
    if (compilation instanceof Compilation.Compiled compiled) {
      List<String> libraries =
          compiler.target().classPath().stream().map(p -> p.toAbsolutePath().toString()).toList();
      return new Program(entry, compiled.classes(), new BlockMap(List.of(), List.of()), libraries);
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
      counts = count(counting(program), tasks);
      requireExact(trial.baseline(), counting(program), tasks, counts);
      known.put(key, counts);
    }
    return counts;
  }

  private Counts count(Program program, List<Task> tasks)
      throws NotMeasurable, InterruptedException {
    List<Question> questions =
        tasks.stream().map(task -> new Question(task.input(), stepsPerTask, false)).toList();
    WorkerJob job = new WorkerJob(List.of(program), questions, List.of(Pass.count(COUNTED)));
    long started = System.nanoTime();
    WorkerReport report = run("baseline", job, deadline);
    return new Counts(counted(report, tasks.size()), Duration.ofNanos(System.nanoTime() - started));
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
  private void requireExact(SourceTree tree, Program program, List<Task> tasks, Counts counts)
      throws NotMeasurable, InterruptedException {
    if (!exactnessChecked || exact.contains(tree.hash())) {
      return;
    }
    List<Answer> again = count(program, tasks).answers();
    for (int i = 0; i < tasks.size(); i++) {
      Answer first = counts.answers().get(i);
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

  private List<Question> questions(List<Task> tasks, List<Answer> before) {
    return IntStream.range(0, tasks.size())
        .mapToObj(i -> question(tasks.get(i), before.get(i)))
        .toList();
  }

  private Question question(Task task, Answer before) {
    boolean ended = before.status() != Status.OUT_OF_STEPS;
    long fair = ended ? before.steps() * STEP_FACTOR + STEP_ALLOWANCE : stepsPerTask;
    return new Question(task.input(), Math.min(fair, stepsPerTask), ended);
  }

  private WorkerJob job(Trial trial, Program baseline, Program candidate, List<Question> questions)
      throws NotMeasurable {
    SplittableRandom coins = new SplittableRandom(trial.seed());
    List<Pass> passes = new ArrayList<>();
    passes.add(Pass.count(COUNTED));
    long coin = coins.nextLong();
    for (int i = 0; i < timedPasses; i++) {
      // Every second pass turns the order round, so that neither side is always first.
      passes.add(Pass.time(i % 2 == 0 ? coin : ~coin, PLAIN_CANDIDATE, PLAIN_BASELINE));
    }
    return new WorkerJob(List.of(counting(candidate), candidate, baseline), questions, passes);
  }

  private static List<Answer> counted(WorkerReport report, int tasks) {
    return IntStream.range(0, tasks).mapToObj(i -> report.answer(0, COUNTED, i)).toList();
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

  private static Score score(Task task, Answer answer) throws NotMeasurable {
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
    List<Question> questions =
        tasks.stream().map(task -> new Question(task.input(), stepsPerTask, false)).toList();
    WorkerJob job = new WorkerJob(List.of(profiled), questions, List.of(Pass.profile(COUNTED)));
    WorkerReport report = run("program", job, deadline);
    return Profile.of(instrumented.map(), tasks, counted(report, tasks.size()));
  }
}
