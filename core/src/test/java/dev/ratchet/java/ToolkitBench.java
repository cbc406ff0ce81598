package dev.ratchet.java;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.suites.PredefinedSuites;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Prints what the toolkit costs beside its floors, in one run; not a test.
 *
 * <p>Arguments: the directory of a target, one source file in it, its entry point.
 */
public final class ToolkitBench {
  private final SourceTree tree;
  private final SourcePath file;
  private final JavaTarget target;
  private int edits;

  private ToolkitBench(Path directory, String file, String entry) throws Exception {
    this.tree = SourceTree.read(directory, PathFilter.all());
    this.file = SourcePath.of(file);
    this.target =
        JavaTarget.builder("src/main/java")
            .withTestRoots("src/test/java")
            .withEntryPoint(entry)
            .build();
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws Exception {
    ToolkitBench bench = new ToolkitBench(Path.of(arguments[0]), arguments[1], arguments[2]);
    System.out.printf("java %s%n", Runtime.version());
    bench.compile();
    bench.tests();
    bench.compare();
  }

  /** The tree with a text that was not seen before. */
  private SourceTree edited() {
    String text = tree.file(file).flatMap(SourceFile::text).orElseThrow();
    return tree.with(file, SourceFile.of(text + "\n// edit " + edits++ + "\n"));
  }

  private void compile() throws Exception {
    TreeCompiler compiler = TreeCompiler.of(target);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager manager =
        javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
    manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
    for (int warmUp = 0; warmUp < 150; warmUp++) {
      compiler.compile(edited());
      lean(javac, manager, edited());
    }
    row("compile of the tree, lean", 60, () -> lean(javac, manager, edited()));
    row("compile of the tree, ours", 60, () -> compiler.compile(edited()));
    SourceTree seen = edited();
    compiler.compile(seen);
    row("compile of a tree seen before", 60, () -> compiler.compile(seen));
  }

  /** The floor: javac on the same files, with nothing around it. */
  private Object lean(JavaCompiler javac, StandardJavaFileManager manager, SourceTree version) {
    List<MemoryFiles.Source> sources = new ArrayList<>();
    for (SourcePath path : target.sources(version)) {
      sources.add(
          new MemoryFiles.Source(path, version.file(path).flatMap(SourceFile::text).orElseThrow()));
    }
    MemoryFiles files = new MemoryFiles(manager, none -> Stream.empty());
    List<String> options = List.of("-proc:none", "-g");
    return javac.getTask(null, files, null, options, null, sources).call();
  }

  private void tests() throws Exception {
    try (JUnitValidator validator =
        JUnitValidator.builder(TreeCompiler.of(target), JUnitRuntime.onHost()).build()) {
      require(validator.validate(Candidate.baseline(tree)).isAccepted(), "tests pass");
      row("compile and run the tests", 10, () -> candidateTests(validator));
    }
    try (JUnitValidator validator =
        JUnitValidator.builder(TreeCompiler.of(target), JUnitRuntime.onHost())
            .withIdleProcesses(0)
            .build()) {
      row("the same, process not started ahead", 10, () -> candidateTests(validator));
    }
  }

  private Object candidateTests(JUnitValidator validator) throws Exception {
    Thread.sleep(1000); // The next process is started while other stages work.
    long started = System.nanoTime();
    require(validator.validate(Candidate.baseline(edited())).isAccepted(), "tests pass");
    return System.nanoTime() - started;
  }

  private void compare() throws Exception {
    BenchmarkSuite suite = PredefinedSuites.logicAndMaths();
    System.out.printf("tasks: %d%n", suite.tasks(Split.VALIDATION, 1).size());
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(TreeCompiler.of(target), suite).build()) {
      Comparison first = evaluator.compare(Trial.of(tree, tree, Split.VALIDATION, 1));
      require(first.missing().isEmpty(), first.missing().toString());
      System.out.printf(
          "accuracy %.3f, steps %.0f, outside calls %.0f, CPU %.1f ms%n",
          first.baseline().accuracy(),
          first.baseline().total(Metric.STEPS).orElse(-1),
          first.baseline().total(Metric.OUTSIDE_CALLS).orElse(-1),
          first.baseline().total(Metric.CPU_TIME).orElse(-1) / 1e6);
      row("compare, baseline known", 10, () -> compare(evaluator, 1));
      row("compare, fresh seed", 10, () -> compare(evaluator, 100 + edits));
      row("observe", 5, () -> observe(evaluator));
    }
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(TreeCompiler.of(target), suite).withTimedPasses(0).build()) {
      compare(evaluator, 1);
      row("compare, baseline known, not timed", 10, () -> compare(evaluator, 1));
    }
  }

  private Object compare(ClassEvaluator evaluator, long seed) throws Exception {
    Thread.sleep(500);
    long started = System.nanoTime();
    Comparison comparison = evaluator.compare(Trial.of(tree, edited(), Split.VALIDATION, seed));
    require(comparison.missing().isEmpty(), comparison.missing().toString());
    return System.nanoTime() - started;
  }

  private Object observe(ClassEvaluator evaluator) throws Exception {
    Thread.sleep(500);
    long started = System.nanoTime();
    Insight insight = evaluator.observe(tree, 1);
    require(!insight.hotSpots().isEmpty(), "hot spots");
    return System.nanoTime() - started;
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalStateException(what);
    }
  }

  private static void row(String name, int rounds, Callable<Object> work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    double[] wall = new double[rounds];
    double[] cpu = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long cpuStart = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      Object result = work.call();
      wall[i] = (result instanceof Long nanos ? nanos : System.nanoTime() - start) / 1e6;
      cpu[i] = (threads.getCurrentThreadCpuTime() - cpuStart) / 1e6;
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    System.out.printf(
        "%-40s wall median %8.2f ms (p10 %8.2f, p90 %8.2f), CPU of the host's thread %7.2f ms%n",
        name, wall[rounds / 2], wall[rounds / 10], wall[rounds * 9 / 10], cpu[rounds / 2]);
  }
}
