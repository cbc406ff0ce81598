package dev.ratchet.validate;

import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.Command;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.isolation.Outcome;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Validator;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A validator that runs a command in a copy of the candidate's tree: a build or the tests of any
 * language. Users create it; safe for many threads.
 *
 * <p>The command passes when it ends in time with an accepted exit code and leaves no process
 * behind. An exit code is no better than the program that gives it: name in {@link
 * Builder#withFilesOfBase} the tests and all that decides how they run, so that no candidate brings
 * its own. The environment is empty but for what {@link Builder#withSettings} names. Files of the
 * tree are not executable in the copy: name their interpreter, as in {@code sh build.sh}.
 */
public final class CommandValidator implements Validator {
  private static final String TREE = "tree";

  private final List<String> arguments;
  private final Isolation isolation;
  private final Duration deadline;
  private final Set<Integer> exitCodes;
  private final UnaryOperator<Command.Builder> settings;
  private final Optional<PathFilter> filesOfBase;

  private CommandValidator(Builder builder) {
    this.arguments = builder.arguments;
    this.isolation = builder.isolation;
    this.deadline = builder.deadline;
    this.exitCodes = builder.exitCodes;
    this.settings = builder.settings;
    this.filesOfBase = builder.filesOfBase;
  }

  /**
   * Returns a builder of a validator.
   *
   * @param arguments the program and its arguments; no shell is involved
   * @throws IllegalArgumentException if there is no program
   */
  public static Builder builder(String... arguments) {
    return new Builder(List.of(arguments));
  }

  @Override
  public Verdict validate(Candidate candidate) throws InterruptedException {
    Command.Builder command = settings.apply(Command.builder(arguments)).withDirectory(TREE);
    SourceTree tree = judged(candidate);
    for (SourcePath path : tree.paths()) {
      command.withFile(TREE + "/" + path.value(), tree.file(path).orElseThrow().bytes());
    }
    return isolation
        .run(command.build(), new byte[0], deadline)
        .fold(this::exited, this::timedOut, this::notStarted);
  }

  /** The candidate's tree, with the files of its base that judge it. */
  private SourceTree judged(Candidate candidate) {
    return filesOfBase.map(filter -> judged(candidate, filter)).orElse(candidate.tree());
  }

  private static SourceTree judged(Candidate candidate, PathFilter filter) {
    SourceTree tree = candidate.tree();
    for (SourcePath path : candidate.tree().paths()) {
      tree = filter.accepts(path) ? tree.without(path) : tree;
    }
    for (SourcePath path : candidate.base().paths()) {
      if (filter.accepts(path)) {
        tree = tree.with(path, candidate.base().file(path).orElseThrow());
      }
    }
    return tree;
  }

  private Verdict exited(Outcome.Exited end) {
    if (!exitCodes.contains(end.code())) {
      return failed(
          "command.failed",
          "ended with exit code " + end.code() + ", not with " + accepted() + end(end),
          "mend what its output names; withExitCodes says which codes are accepted");
    }
    return end.survivors().isEmpty()
        ? Verdict.accepted(Finding.note("command.passed", said("passed")))
        : failed(
            "command.survivors",
            "left processes behind that can't be ended: " + end.survivors(),
            "let it end what it starts, or isolate it in a process space of its own");
  }

  private String accepted() {
    return exitCodes.stream().map(String::valueOf).collect(Collectors.joining(" or "));
  }

  private static String end(Outcome.Exited end) {
    return OutputTail.of(end.out(), end.err());
  }

  private Verdict timedOut(Outcome.TimedOut end) {
    return failed(
        "command.deadline",
        "did not end within " + deadline.toMillis() + " ms" + OutputTail.of(end.out(), end.err()),
        "make it end by itself, or raise the limit with withDeadline");
  }

  private Verdict notStarted(Outcome.NotStarted end) {
    return failed(
        "command.not-started",
        "never ran. " + OutputTail.escaped(end.reason()),
        "install the program, or name it by its full path");
  }

  private Verdict failed(String rule, String what, String remedy) {
    return Verdict.rejected(
        Finding.hard(rule, said(what))
            .because("a candidate passes only when its check ran and passed")
            .remedy(remedy));
  }

  private String said(String what) {
    return "'" + String.join(" ", arguments) + "' " + what;
  }

  @Override
  public String isolation() {
    return isolation.toString();
  }

  @Override
  public String name() {
    return "command " + arguments.get(0);
  }

  /** A builder of validators. Users call it. */
  public static final class Builder {
    private final List<String> arguments;
    private Isolation isolation = Isolation.process();
    private Duration deadline = Duration.ofSeconds(60);
    private Set<Integer> exitCodes = Set.of(0);
    private UnaryOperator<Command.Builder> settings = UnaryOperator.identity();
    private Optional<PathFilter> filesOfBase = Optional.empty();

    private Builder(List<String> arguments) {
      this.arguments = arguments;
      if (arguments.isEmpty() || arguments.get(0).isBlank()) {
        throw new IllegalArgumentException("arguments must begin with a program: " + arguments);
      }
    }

    /** Sets how the process is run; by default as a plain process of its own. */
    public Builder withIsolation(Isolation newIsolation) {
      isolation = Objects.requireNonNull(newIsolation, "isolation");
      return this;
    }

    /**
     * Sets the longest time of one run; 60 s by default.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder withDeadline(Duration longest) {
      if (longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException("longest must be positive, but is " + longest);
      }
      deadline = longest;
      return this;
    }

    /**
     * Sets which exit codes are a pass; by default 0 alone.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder withExitCodes(Integer... codes) {
      if (codes.length == 0) {
        throw new IllegalArgumentException("codes must name at least one exit code");
      }
      exitCodes = new TreeSet<>(List.of(codes));
      return this;
    }

    /**
     * Sets what else the command needs, such as {@code command -> command.withInherited("PATH")}:
     * variables of the environment, files beside the tree, limits. Called for each run.
     */
    public Builder withSettings(UnaryOperator<Command.Builder> newSettings) {
      settings = Objects.requireNonNull(newSettings, "settings");
      return this;
    }

    /**
     * Takes these files from the candidate's base, whatever the candidate made of them: the tests,
     * their data, and the settings of their runner. By default none.
     */
    public Builder withFilesOfBase(PathFilter files) {
      filesOfBase = Optional.of(files);
      return this;
    }

    /** Returns the validator. */
    public CommandValidator build() {
      return new CommandValidator(this);
    }
  }
}
