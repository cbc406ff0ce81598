package dev.ratchet.command;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Subject.CommandLine;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An evaluator of programs in any language that answer tasks by lines of JSON. Users create it.
 *
 * <p>The files of each version are written to a scratch directory of its own and the command is run
 * there, in a fresh process for each version and trial; it need not be compiled, so a command that
 * builds first is one too. Both versions answer the same tasks in an order that the trial's seed
 * draws, and take turns. Answers are judged on the host. Wall time is from question to answer by
 * the host's clock; CPU time is what the system tells the host of the process, where it does.
 *
 * <p>Where the acceptance rule wants more, fresh tasks are drawn, or forks are run: a fresh process
 * for each version, side by side, that answer the same tasks in turns, batch by batch. What a
 * version works while the other is timed is charged to it, and if it is much, nothing was measured.
 *
 * <p>A command has no steps and no allocation that a host could count, so a gate for it is one of
 * {@code GatePlan.withTimeFirst()}. Tasks should take a millisecond at least: a fifth of one goes
 * to the pipe, the same for both, so a gain looks smaller than it is.
 *
 * <p>Immutable; for one loop at a time, because two would disturb each other's times.
 */
public final class CommandEvaluator implements Evaluator {
  private final CommandSettings settings;
  private final BenchmarkSuite suite;

  private CommandEvaluator(Builder builder) {
    this.suite = builder.suite;
    this.settings =
        new CommandSettings(
            builder.subject,
            builder.isolation,
            builder.variables,
            builder.readable,
            builder.deadline,
            builder.answerLimit,
            builder.rounds,
            builder.chance);
  }

  /**
   * Returns a builder of an evaluator.
   *
   * @param subject the command, which may name files of the program
   * @param suite the tasks
   */
  public static Builder builder(CommandLine subject, BenchmarkSuite suite) {
    return new Builder(subject, suite);
  }

  @Override
  public Comparison compare(Trial trial) throws InterruptedException {
    try {
      return new CommandTrial(settings, suite, trial).compare();
    } catch (NotMeasurable e) {
      return Comparison.missing(trial.split(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns what the tuning tasks show: failures, and the lines of reasoning as places.
   *
   * <p>A place {@code trace: TEXT} was written so many times ({@code calls}), so many of them again
   * within the same task ({@code repeatedCalls}), and so many of them brought up what neither a
   * later line nor the answer takes up ({@code unusedResults}); steps are not known and 0.
   */
  @Override
  public Insight observe(SourceTree tree, long seed) throws InterruptedException {
    List<Task> tasks = CommandTrial.draw(suite, Split.TUNING, seed);
    if (!suite.isGenerated()) {
      // A split that a fixed suite lacks would fail every round; better it fails before the first.
      CommandTrial.draw(suite, Split.VALIDATION, seed);
      CommandTrial.draw(suite, Split.HELD_OUT, seed);
    }
    try {
      return Observation.of(settings, new Version("The program", tree), tasks);
    } catch (NotMeasurable e) {
      throw new IllegalStateException("The program can't be observed. " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "'" + settings.subject() + "' on " + suite.name();
  }

  /** A builder of evaluators. Users call it. */
  public static final class Builder {
    private final CommandLine subject;
    private final BenchmarkSuite suite;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Path> readable = new ArrayList<>();
    private Isolation isolation = Isolation.process();
    private Duration deadline = Duration.ofSeconds(60);
    private Duration answerLimit = Duration.ofSeconds(10);
    private int rounds = 8;
    private boolean chance;

    private Builder(CommandLine subject, BenchmarkSuite suite) {
      this.subject = Objects.requireNonNull(subject, "subject");
      this.suite = Objects.requireNonNull(suite, "suite");
    }

    /**
     * Sets how processes are run; plainly by default.
     *
     * <p>Behind walls the command runs as another user than the host where that is the superuser,
     * so its interpreter has to lie where everybody may read it, such as below {@code /usr}; for a
     * sandbox its library has to be named too, see {@link #withReadable}.
     */
    public Builder withIsolation(Isolation newIsolation) {
      isolation = Objects.requireNonNull(newIsolation, "newIsolation");
      return this;
    }

    /** Sets a variable of the environment, which otherwise has the host's PATH only. */
    public Builder withVariable(String name, String value) {
      variables.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Lets the command read a file or directory of the host, such as an interpreter that lies
     * outside of the system's directories; matters where a sandbox hides all others.
     */
    public Builder withReadable(Path path) {
      readable.add(Objects.requireNonNull(path, "path"));
      return this;
    }

    /** Sets the longest time of one process; 60 s by default. */
    public Builder withDeadline(Duration longest) {
      deadline = requirePositive(longest);
      return this;
    }

    /** Sets the longest time of one answer; 10 s by default. */
    public Builder withAnswerLimit(Duration longest) {
      answerLimit = requirePositive(longest);
      return this;
    }

    private static Duration requirePositive(Duration longest) {
      if (longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException("longest must be positive, but is " + longest);
      }
      return longest;
    }

    /** Sets how many batches of tasks are timed in one fork; 8 by default. */
    public Builder withRounds(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("count must be at least 1, but is " + count);
      }
      rounds = count;
      return this;
    }

    /**
     * Takes a program whose answers depend on chance, such as one that asks a language model; its
     * gate is one of {@code GatePlan.withChance}. By default a task that is lost in a fork alone
     * ends the measurement; now only losses do that are more than chance explains.
     */
    public Builder withChance() {
      chance = true;
      return this;
    }

    /** Returns the evaluator. */
    public CommandEvaluator build() {
      return new CommandEvaluator(this);
    }
  }
}
