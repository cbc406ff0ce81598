package dev.ratchet.java;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.java.WorkerJob.Pass;
import dev.ratchet.java.WorkerJob.Program;
import dev.ratchet.java.WorkerJob.Question;
import dev.ratchet.java.WorkerReport.Answer;
import dev.ratchet.spi.Duet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/**
 * Runs duets: both versions side by side in a fresh process, several copies of each.
 *
 * <p>Copies with loaders of their own, and compiling in the foreground, take most of what the
 * just-in-time compiler makes of chance out of one fork. Coins of the harness decide who is loaded,
 * warmed and timed first; the seed is never given to the program.
 */
final class DuetRunner implements AutoCloseable {
  private static final int CANDIDATE = 0;
  private static final int BASELINE = 1;
  private static final List<Integer> SIDES = List.of(CANDIDATE, BASELINE);
  private static final long SHORTEST_NANOS = 200_000;

  private final WorkerPool pool;

  /** With the compiler in the background, as programs are run. */
  private final WorkerPool inEarnest;

  private final DuetShape shape;
  private final Duration deadline;

  DuetRunner(
      Isolation isolation,
      DuetShape shape,
      List<String> options,
      Libraries libraries,
      Duration deadline) {
    List<String> plain = new ArrayList<>(options);
    plain.add("-XX:TieredStopAtLevel=4");
    this.inEarnest = new WorkerPool(isolation, 0, plain, libraries, deadline);
    List<String> steady = new ArrayList<>(plain);
    steady.add("-Xbatch");
    this.pool = new WorkerPool(isolation, 0, steady, libraries, deadline);
    this.shape = shape;
    this.deadline = deadline;
  }

  /**
   * Runs one fork.
   *
   * @param tasks fresh tasks; their order does not matter
   * @throws NotMeasurable if a result is missing, wrong where it was right before, or too short to
   *     be timed
   */
  Duet run(Program baseline, Program candidate, List<Task> tasks, long seed, boolean isAudit)
      throws NotMeasurable, InterruptedException {
    List<Task> mixed = mixed(tasks, seed);
    WorkerJob job = job(baseline, candidate, mixed, seed, SIDES);
    WorkerReport report = (isAudit ? inEarnest : pool).run(job, deadline);
    return duet(seed, job, mixed, report::answer);
  }

  /**
   * Runs a fork for each version alone, on the same tasks, one after the other; a coin says which
   * is first.
   *
   * @throws NotMeasurable as {@link #run}
   */
  Duet runApart(Program baseline, Program candidate, List<Task> tasks, long seed)
      throws NotMeasurable, InterruptedException {
    List<Task> mixed = mixed(tasks, seed);
    Map<Integer, WorkerReport> reports = new HashMap<>();
    int first = (int) (seed & 1);
    for (int side : List.of(first, 1 - first)) {
      WorkerJob job = job(baseline, candidate, mixed, seed, List.of(side));
      reports.put(side, pool.run(job, deadline));
    }
    return duet(
        seed,
        job(baseline, candidate, mixed, seed, SIDES),
        mixed,
        (pass, side, task) -> Objects.requireNonNull(reports.get(side)).answer(pass, side, task));
  }

  /** Where the answers of both sides are. */
  @FunctionalInterface
  private interface Answers {
    Answer at(int pass, int side, int task);
  }

  private static Duet duet(long seed, WorkerJob job, List<Task> tasks, Answers answers)
      throws NotMeasurable {
    requireNoLoss(job, answers, tasks);
    Map<Metric, Double> ratios = new HashMap<>();
    ratios.put(Metric.CPU_TIME, ratio(job, answers, Answer::cpuNanos));
    ratios.put(Metric.WALL_TIME, ratio(job, answers, Answer::wallNanos));
    ratios.put(Metric.ALLOCATION, ratio(job, answers, Answer::allocatedBytes));
    return new Duet(seed, ratios);
  }

  private List<Task> mixed(List<Task> tasks, long seed) throws NotMeasurable.TooShort {
    if (tasks.size() <= shape.rounds()) {
      throw new NotMeasurable.TooShort(
          "A fork needs more than "
              + shape.rounds()
              + " tasks, but the suite gives "
              + tasks.size()
              + ". Remedy: a larger suite, or fewer rounds");
    }
    List<Task> mixed = new ArrayList<>(tasks);
    Collections.shuffle(mixed, new Random(new SplittableRandom(seed).nextLong()));
    return mixed;
  }

  private WorkerJob job(
      Program baseline, Program candidate, List<Task> tasks, long seed, List<Integer> sides) {
    SplittableRandom coins = new SplittableRandom(seed + 1);
    int batch = tasks.size() / (shape.rounds() + 1);
    int measured = tasks.size() - batch * shape.rounds();
    List<Pass> passes = new ArrayList<>();
    passes.add(
        Pass.warm(
            coins.nextLong(), sides, shape.copies(), shape.warmUps(), 0, Math.max(1, measured)));
    for (int round = 0; round < shape.rounds(); round++) {
      int from = measured + round * batch;
      passes.add(Pass.duet(coins.nextLong(), sides, round % shape.copies(), from, from + batch));
    }
    List<Question> questions =
        tasks.stream().map(task -> new Question(task.input(), 0, false, false)).toList();
    return new WorkerJob(List.of(candidate, baseline), questions, passes);
  }

  private static void requireNoLoss(WorkerJob job, Answers answers, List<Task> tasks)
      throws NotMeasurable {
    for (int pass = 1; pass < job.passes().size(); pass++) {
      for (int task = 0; task < tasks.size(); task++) {
        if (job.passes().get(pass).isDue(task, job.questions().get(task))
            && isRight(tasks.get(task), answers.at(pass, BASELINE, task))
            && !isRight(tasks.get(task), answers.at(pass, CANDIDATE, task))) {
          throw new NotMeasurable(
              "In a fork the candidate does not solve a task of the family "
                  + tasks.get(task).family()
                  + " that the version in force solves");
        }
      }
    }
  }

  private static boolean isRight(Task task, Answer answer) throws NotMeasurable {
    return Results.isSolved(task, answer.status(), answer.text());
  }

  /** The median, because spikes are common and drift cancels within a round. */
  private static double ratio(WorkerJob job, Answers answers, ToLongFunction<Answer> value)
      throws NotMeasurable {
    List<Double> ratios = new ArrayList<>();
    for (int pass = 1; pass < job.passes().size(); pass++) {
      int first = job.passes().get(pass).numbers().get(1);
      Answer candidate = answers.at(pass, CANDIDATE, first);
      Answer baseline = answers.at(pass, BASELINE, first);
      if (baseline.cpuNanos() < SHORTEST_NANOS) {
        throw new NotMeasurable.TooShort(
            "A round of a fork took "
                + baseline.cpuNanos() / 1_000
                + " microseconds of CPU time, too little to be compared. Remedy: more or larger"
                + " tasks, or fewer rounds");
      }
      // Nothing allocated on both sides is no difference.
      ratios.add(
          Math.log((value.applyAsLong(candidate) + 1.0) / (value.applyAsLong(baseline) + 1.0)));
    }
    Collections.sort(ratios);
    int half = ratios.size() / 2;
    return ratios.size() % 2 == 1
        ? ratios.get(half)
        : (ratios.get(half - 1) + ratios.get(half)) / 2;
  }

  @Override
  public void close() {
    pool.close();
    inEarnest.close();
  }
}
