package dev.ratchet.examples;

import dev.ratchet.Canaries;
import dev.ratchet.ImprovementLoop;
import dev.ratchet.RunResult;
import dev.ratchet.UnusableBaselineException;
import dev.ratchet.apply.DirectoryApplier;
import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.examples.Options.UsageException;
import dev.ratchet.guardrails.PolicyGuardrail;
import dev.ratchet.guardrails.policy.PolicyException;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.CompileValidator;
import dev.ratchet.java.DuetShape;
import dev.ratchet.java.JUnitRuntime;
import dev.ratchet.java.JUnitValidator;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.java.search.NullEdits;
import dev.ratchet.java.search.OperatorStatistics;
import dev.ratchet.java.search.SearchProposer;
import dev.ratchet.journal.Journal;
import dev.ratchet.measure.Audit;
import dev.ratchet.measure.DuetGate;
import dev.ratchet.measure.Estimate;
import dev.ratchet.measure.GatePlan;
import dev.ratchet.measure.StrictGain;
import dev.ratchet.propose.TakingTurns;
import dev.ratchet.report.ProgressLog;
import dev.ratchet.report.TextReport;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.Trial;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The main job: a guarded loop that improves the bundled puzzle agent, or a program of yours. */
public final class Main {
  static final String JOURNAL = "journal.jsonl";

  /** A gain of less than half a percent does not pay for the change. */
  private static final double LEAST_GAIN = 0.005;

  private static final GatePlan FULL = GatePlan.standard().withMinimumGain(LEAST_GAIN);

  /**
   * Steps are proved at the level of the run here too. That CPU time agrees with them, and repairs
   * of what few tasks show, are proved at 1 in 10, so that the job ends within two minutes.
   */
  private static final GatePlan SHORT = FULL.withCpuBound(10).withRepairBound(10);

  private final Options options;
  private final Path work;
  private final PrintStream out;
  private final Isolation isolation;

  private Main(Options options, Path work, PrintStream out, Isolation isolation) {
    this.options = options;
    this.work = work;
    this.out = out;
    this.isolation = isolation;
  }

  /** Runs the job; see {@code Options.USAGE} for the arguments. Bad input ends it with code 2. */
  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    Path examples = Path.of(System.getProperty("ratchet.examples", "examples"));
    Optional<String> refusal =
        refusal(examples, Path.of("target", "ratchet"), System.out, arguments);
    if (refusal.isPresent()) {
      System.err.println(refusal.get());
      System.exit(2);
    }
  }

  /** Runs the job and returns why the input is refused; empty when it ran. */
  static Optional<String> refusal(Path examples, Path results, PrintStream out, String... arguments)
      throws Exception {
    try {
      run(examples, results, out, arguments);
      return Optional.empty();
    } catch (UsageException
        | PolicyException
        | UnusableBaselineException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException
        | IOException e) {
      boolean isBare = e instanceof FileSystemException || e.getMessage() == null;
      return Optional.of(isBare ? e.toString() : String.valueOf(e.getMessage()));
    }
  }

  /** Runs the job and prints to a stream; results go below a directory. */
  static RunResult run(Path examples, Path results, PrintStream out, String... arguments)
      throws Exception {
    Options options = Options.parse(examples, arguments);
    Path name = options.project().toAbsolutePath().normalize().getFileName();
    return new Main(options, results.resolve(String.valueOf(name)), out, isolation(options)).run();
  }

  private static Isolation isolation(Options options) throws InterruptedException {
    return options.isolation().isPresent()
        ? Isolation.requiring(options.isolation().get())
        : Isolation.strongest();
  }

  private RunResult run() throws Exception {
    long seed = options.seed().orElseGet(() -> new SecureRandom().nextLong() >>> 16);
    BenchmarkSuite suite = Suites.named(options);
    Project project = Project.copy(options, work);
    TreeCompiler compiler = TreeCompiler.of(project.target());
    try (JUnitValidator tests = tests(compiler);
        ClassEvaluator evaluator = evaluator(compiler, suite);
        Journal journal = Journal.open(work.resolve(JOURNAL))) {
      out.printf("Improving %s on '%s' with seed %d%n", project.copy(), suite.name(), seed);
      out.println("Isolation: " + isolation);
      out.println("round outcome       stage     what -- why");
      ImprovementLoop.Builder loop =
          ImprovementLoop.builder(project.tree(), proposer(), evaluator)
              .withGuardrail(PolicyGuardrail.of(project.policy(), compiler))
              .withScreening(StrictGain.standard().withMinimumGain(LEAST_GAIN).withoutTime())
              .withAcceptance(DuetGate.of(options.thorough() ? FULL : SHORT))
              .withValidator(new CompileValidator(compiler))
              .withValidator(tests)
              .withApplier(DirectoryApplier.of(project.copy(), project.filter()))
              .withJournal(journal)
              .withBudget(Budget.rounds(options.rounds()).withWallTime(options.time()))
              .withSeed(seed)
              .withListener(ProgressLog.to(out));
      if (options.thorough()) {
        loop.withCanaries(Canaries.of(NullEdits.standard()))
            .withAudit(Audit.standard())
            .withEstimate(Estimate.of(FULL));
      }
      RunResult result = loop.build().run();
      report(result, suite, compiler, seed);
      checkRealData(result, compiler, seed);
      return result;
    }
  }

  private JUnitValidator tests(TreeCompiler compiler) {
    return JUnitValidator.builder(compiler, JUnitRuntime.onHost()).withIsolation(isolation).build();
  }

  private ClassEvaluator evaluator(TreeCompiler compiler, BenchmarkSuite suite) {
    return ClassEvaluator.builder(compiler, suite)
        .withIsolation(isolation)
        .withTimedPasses(0)
        .withDuets(options.thorough() ? DuetShape.STANDARD : DuetShape.QUICK)
        .build();
  }

  /** Returns the search, and, where mischief is wanted, a trick in every fourth turn. */
  private Proposer proposer() {
    Proposer search = SearchProposer.standard();
    return options.mischief()
        ? TakingTurns.of(List.of(search, search, search, new Mischief()))
        : search;
  }

  private void report(RunResult result, BenchmarkSuite suite, TreeCompiler compiler, long seed)
      throws Exception {
    Path diff = work.resolve("improvement.diff");
    Files.writeString(diff, result.changes().toString());
    Trial trial = Trial.of(result.start(), result.tree(), Split.HELD_OUT, seed + 1);
    out.println("\nKept:\n" + TextReport.kept(result.attempts()));
    out.println("Operators of the search:\n" + operators(result));
    out.println("Proposals by outcome:\n" + TextReport.outcomes(result.attempts()));
    out.println("Refused by the guard:\n" + TextReport.guardRejections(result.attempts()));
    try (ClassEvaluator evaluator = reporting(compiler, suite)) {
      print("Original and result on tasks that no round has seen:", evaluator.compare(trial));
    }
    result.gains().forEach(out::println);
    result.audits().forEach(out::println);
    out.printf(
        "%s%nSeed %d, journal %s, diff %s%n", result.summary(), seed, work.resolve(JOURNAL), diff);
  }

  private static String operators(RunResult result) {
    if (OperatorStatistics.of(result.rounds()).isEmpty()) {
      return "  nothing was proposed\n";
    }
    StringBuilder table =
        new StringBuilder(
            "  %-22s %8s %8s %6s %4s%n".formatted("", "proposed", "compiled", "passed", "kept"));
    for (OperatorStatistics row : OperatorStatistics.of(result.rounds())) {
      table.append(
          "  %-22s %8d %8d %6d %4d%n"
              .formatted(row.operator(), row.proposed(), row.compiled(), row.passed(), row.kept()));
    }
    return table.toString();
  }

  private void checkRealData(RunResult result, TreeCompiler compiler, long seed) throws Exception {
    if (options.data().isEmpty()) {
      return;
    }
    List<BenchmarkSuite> suites = new ArrayList<>(Suites.real(options.data().get()));
    if (suites.isEmpty()) {
      out.println("No real puzzles were found in " + options.data().get() + ", so none were tried");
    }
    for (BenchmarkSuite suite : suites) {
      try (ClassEvaluator evaluator = reporting(compiler, suite)) {
        Trial trial = Trial.of(result.start(), result.tree(), Split.VAULT, seed);
        print("Original and result on " + suite.about() + ":", evaluator.compare(trial));
      }
    }
  }

  private ClassEvaluator reporting(TreeCompiler compiler, BenchmarkSuite suite) {
    return ClassEvaluator.builder(compiler, suite)
        .withIsolation(isolation)
        .withEveryTaskTimed()
        .withoutExactnessCheck()
        .build();
  }

  private void print(String title, Comparison comparison) {
    out.println(title);
    out.println(
        comparison.missing().isPresent()
            ? "  not measured: " + comparison.missing().get()
            : TextReport.families(comparison));
  }
}
