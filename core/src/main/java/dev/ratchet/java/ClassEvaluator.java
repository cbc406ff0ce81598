package dev.ratchet.java;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Subject.EntryPoint;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An evaluator of classes with an entry point, in child processes. Users create and close it.
 *
 * <p>Steps are counted in a fresh copy of the program for each task, so they do not depend on the
 * order of tasks and nothing carries over. A few cheap tasks come first: where the acceptance rule
 * refuses on those, the comparison is broken off. CPU and wall time are then taken from the plain
 * class files of both versions, which take turns task by task in one process; the answers must be
 * the same as before, or the comparison is missing. Answers are judged on the host.
 *
 * <p>Where the acceptance rule wants more evidence, fresh tasks are drawn and forks are run: both
 * versions side by side in a process of their own, several copies of each.
 *
 * <p>Exact results of a version on a task are remembered, times never. Safe for many threads:
 * counts run beside each other, and whatever is timed runs alone. Idle processes are kept ready
 * until {@link #close}.
 */
public final class ClassEvaluator implements Evaluator, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClassEvaluator.class);

  private final BenchmarkSuite suite;
  private final Draws draws;
  private final TreeMeasurer measurer;
  private final Isolation isolation;

  private ClassEvaluator(Builder builder, EntryPoint entry) {
    this.suite = builder.suite;
    this.draws = new Draws(builder.suite);
    this.isolation = builder.isolation;
    this.measurer = new TreeMeasurer(builder, entry);
  }

  /**
   * Returns a builder of an evaluator.
   *
   * @param compiler a compiler that others share, so that a tree is compiled once
   * @param suite the tasks
   */
  public static Builder builder(TreeCompiler compiler, BenchmarkSuite suite) {
    return new Builder(compiler, suite);
  }

  @Override
  public Comparison compare(Trial trial) throws InterruptedException {
    try {
      return measurer.shared(() -> new Gathering(draws, measurer, trial)).compare();
    } catch (NotMeasurable e) {
      return Comparison.missing(trial.split(), reason(trial.split(), e));
    } catch (CancellationException e) {
      throw interruption(e);
    }
  }

  @Override
  public Insight observe(SourceTree tree, long seed) throws InterruptedException {
    List<Task> tasks = draws.tasks(Split.TUNING, seed);
    if (!suite.isGenerated()) {
      // A split that a fixed suite lacks would fail every round; better it fails before the first.
      draws.tasks(Split.VALIDATION, seed);
      draws.tasks(Split.HELD_OUT, seed);
    }
    try {
      return measurer.observe(tree, tasks);
    } catch (NotMeasurable e) {
      throw new IllegalStateException("The program can't be observed. " + e.inFull(), e);
    } catch (CancellationException e) {
      throw interruption(e);
    }
  }

  /** Says the compiler's way of being interrupted in the way of everybody else. */
  private static InterruptedException interruption(CancellationException e) {
    Thread.interrupted();
    return new InterruptedException(e.getMessage());
  }

  @Override
  public String name() {
    return "steps of " + suite.name();
  }

  @Override
  public String isolation() {
    return isolation.toString();
  }

  /** Ends the idle processes. */
  @Override
  public void close() {
    measurer.close();
  }

  /**
   * A proposer is told why validation failed, so there the program may have no part in the words.
   */
  private static String reason(Split split, NotMeasurable e) {
    if (split != Split.VALIDATION) {
      return e.inFull();
    }
    LOG.debug("{}", e.inFull());
    return e.reason();
  }

  /** A builder of evaluators. Users call it. */
  public static final class Builder {
    final TreeCompiler compiler;
    final BenchmarkSuite suite;
    Isolation isolation = Isolation.process();
    Duration deadline = Duration.ofSeconds(60);
    long stepsPerTask = 2_000_000_000L;
    int timedPasses = 6;
    boolean everyTaskTimed;
    int idleWorkers = 1;
    boolean exactnessChecked = true;
    List<String> jvmOptions = List.of();
    DuetShape duetShape = DuetShape.STANDARD;
    CoreBudget cores = CoreBudget.ofMachine();
    Optional<Path> resultCache = Optional.empty();

    private Builder(TreeCompiler compiler, BenchmarkSuite suite) {
      this.compiler = Objects.requireNonNull(compiler, "compiler");
      this.suite = Objects.requireNonNull(suite, "suite");
    }

    /** Sets how processes are run; by default without walls, see {@link Isolation}. */
    public Builder withIsolation(Isolation newIsolation) {
      isolation = Objects.requireNonNull(newIsolation, "newIsolation");
      return this;
    }

    /** Sets the longest time of one process; 60 s by default. A candidate gets less. */
    public Builder withDeadline(Duration longest) {
      if (longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException("longest must be positive, but is " + longest);
      }
      deadline = longest;
      return this;
    }

    /**
     * Sets the most steps of a baseline on one task; 2 billion by default.
     *
     * <p>A candidate gets ten times what its baseline needs and a million more, up to this.
     */
    public Builder withStepsPerTask(long steps) {
      if (steps < 1) {
        throw new IllegalArgumentException("steps must be positive, but is " + steps);
      }
      stepsPerTask = steps;
      return this;
    }

    /** Sets how often times are taken, the least of which counts; 6 by default, 0 for never. */
    public Builder withTimedPasses(int passes) {
      if (passes < 0) {
        throw new IllegalArgumentException("passes must not be negative, but is " + passes);
      }
      timedPasses = passes;
      return this;
    }

    /**
     * Takes times of all tasks, for a report; by default only of those that ask for a changed
     * class, since the others run the same program.
     */
    public Builder withEveryTaskTimed() {
      everyTaskTimed = true;
      return this;
    }

    /** Sets how many processes wait for work; 1 by default. */
    public Builder withIdleWorkers(int workers) {
      if (workers < 0) {
        throw new IllegalArgumentException("workers must not be negative, but is " + workers);
      }
      idleWorkers = workers;
      return this;
    }

    /** Leaves out the second count that shows once per version that counts are exact. */
    public Builder withoutExactnessCheck() {
      exactnessChecked = false;
      return this;
    }

    /** Sets how forks are made, where the acceptance rule asks for some. */
    public Builder withDuets(DuetShape shape) {
      duetShape = Objects.requireNonNull(shape, "shape");
      return this;
    }

    /**
     * Sets the cores that it shares with others, such as validators and other evaluators, so that
     * none of them runs while it takes times; by default it has the machine to itself.
     */
    public Builder withCores(CoreBudget shared) {
      cores = Objects.requireNonNull(shared, "shared");
      return this;
    }

    /**
     * Keeps exact results in a directory, for later runs as well; by default they end with the
     * evaluator.
     *
     * <p>They are answers and steps, by class files, entry point, input and budget, harness, JDK,
     * options and libraries; never times, and nothing of a program that crashed, hung or was not
     * exact. An entry that is not what was written is made anew, with a warning. That is a check
     * against accidents: who may write the directory decides results, so it must be as trusted as
     * the journal. It is created where it is missing, and never tidied up: remove it at will.
     */
    public Builder withResultCache(Path directory) {
      resultCache = Optional.of(directory);
      return this;
    }

    /** Sets further options of the child JVMs, such as {@code -Xmx1g}. */
    public Builder withJvmOptions(List<String> options) {
      jvmOptions = List.copyOf(options);
      return this;
    }

    /**
     * Returns the evaluator, which starts its first process at once.
     *
     * @throws IllegalStateException if the target names no entry point
     */
    public ClassEvaluator build() {
      EntryPoint entry =
          compiler
              .target()
              .entryPoint()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "The target has no entry point, so no task can be put to it. Name one"
                              + " with JavaTarget.Builder.withEntryPoint(\"package.Type#method\")"));
      return new ClassEvaluator(this, entry);
    }
  }
}
