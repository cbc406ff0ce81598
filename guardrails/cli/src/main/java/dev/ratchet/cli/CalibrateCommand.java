package dev.ratchet.cli;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.suites.PredefinedSuites;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.DuetShape;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.measure.Calibration;
import dev.ratchet.measure.GatePlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a gate will be able to show of a program on this machine: {@code calibrate}. */
@Command(
    name = "calibrate",
    description =
        "Measures a program against itself and says which gains can be shown on this machine, and"
            + " at what cost. The program is run, in processes of its own.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the program can't be measured, or the command line can't be used"})
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "The policy; its java.entry-point is what answers tasks.")
  private Path policy = Path.of("");

  @Option(names = "--before", required = true, paramLabel = "DIR", description = "The program.")
  private Path before = Path.of("");

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      description = "The tasks: logic, maths or logic+maths (default: ${DEFAULT-VALUE}).")
  private String suite = "logic+maths";

  @Option(
      names = "--class-path",
      paramLabel = "PATHS",
      description = "The jars and directories that it needs.")
  private String classPath = "";

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "Processes that measure the noise (default: ${DEFAULT-VALUE}).")
  private int forks = 40;

  @Option(
      names = "--nulls",
      paramLabel = "N",
      description =
          "Candidates without an effect to lead through the real gate, at about 12 processes each"
              + " (default: ${DEFAULT-VALUE}).")
  private int nulls;

  @Option(names = "--quick", description = "Shorter and noisier processes.")
  private boolean quick;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of tasks and coins.")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    Policy read = Policy.read(policy);
    Snapshot program = DirectoryReader.read(before, read.filter());
    JavaTarget target = read.java().target(ClassPath.of(classPath));
    PrintWriter out = spec.commandLine().getOut();
    Isolation isolation = Isolation.strongest();
    out.println("Isolation: " + isolation);
    try (ClassEvaluator evaluator = evaluator(target, isolation)) {
      Calibration calibration =
          Calibration.of(evaluator, GatePlan.standard()).withForks(forks).withNulls(nulls);
      out.print(calibration.run(program.tree(), seed));
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
    out.flush();
    return ExitCode.ALLOWED;
  }

  private ClassEvaluator evaluator(JavaTarget target, Isolation isolation) {
    return ClassEvaluator.builder(TreeCompiler.of(target), suite())
        .withIdleWorkers(0)
        .withIsolation(isolation)
        .withTimedPasses(0)
        .withoutExactnessCheck()
        .withDuets(quick ? DuetShape.QUICK : DuetShape.STANDARD)
        .build();
  }

  private BenchmarkSuite suite() {
    return PredefinedSuites.named(suite)
        .orElseThrow(
            () ->
                new UnusableException(
                    "There is no suite '"
                        + suite
                        + "'; there are "
                        + String.join(", ", List.of("logic", "maths", "logic+maths"))));
  }
}
