package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.isolation.IsolationLevel;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Trial;
import dev.ratchet.verdict.Verdict;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measuring and testing behind walls, with jars that only the host's user may read. */
class IsolatedStagesTest {
  private static final String LIBRARY =
      "package lib; public final class Words { public static String say() { return \"said\"; } }";

  @TempDir Path directory;

  private static Isolation isolation(IsolationLevel level) throws InterruptedException {
    Isolation isolation = Isolation.of(level);
    assumeTrue(isolation.probe().holds(), () -> "this machine does not give " + level.words());
    return isolation;
  }

  /** Temporary directories are closed to all but their owner. */
  private Path library() throws Exception {
    Compilation compiled =
        TreeCompiler.of(JavaTarget.builder("src").build())
            .compile(SourceTree.of(Map.of("src/lib/Words.java", LIBRARY)));
    Path jar = directory.resolve("words.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("lib/Words.class"));
      out.write(((Compilation.Compiled) compiled).classes().values().iterator().next());
      out.closeEntry();
    }
    return jar;
  }

  @ParameterizedTest
  @EnumSource
  void a_program_with_a_library_is_measured(IsolationLevel level) throws Exception {
    Isolation isolation = isolation(level);
    TreeCompiler compiler =
        TreeCompiler.of(
            JavaTarget.builder("src/main/java")
                .withClassPath(List.of(library()))
                .withEntryPoint("demo.Agent#solve")
                .build());
    SourceTree tree = Programs.answering("return lib.Words.say();");
    SourceTree other = Programs.answering("String said = lib.Words.say(); return said;");
    Task task = Task.exact("a", "a", "say", "said");

    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(compiler, Programs.suite(task)).withIsolation(isolation).build()) {
      Comparison comparison = evaluator.compare(Trial.of(tree, other, Split.VALIDATION, 1));

      assertThat(comparison.missing()).isEmpty();
      assertThat(comparison.candidate().solved()).isEqualTo(1);
      assertThat(evaluator.isolation()).startsWith(level.words());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tests_run_and_may_write_into_their_working_directory(IsolationLevel level) throws Exception {
    Isolation isolation = isolation(level);
    TreeCompiler compiler =
        TreeCompiler.of(
            JavaTarget.builder("src/main/java")
                .withTestRoots("src/test/java")
                .withClassPath(List.of(library()))
                .build());
    SourceTree tree =
        SourceTree.of(
            Map.of(
                "src/main/java/demo/Calc.java",
                "package demo; class Calc { static String say() { return lib.Words.say(); } }",
                "src/test/java/demo/CalcTest.java",
                """
                package demo;
                import static org.junit.jupiter.api.Assertions.*;
                import java.nio.file.*;
                import org.junit.jupiter.api.Test;
                class CalcTest {
                  @Test void says() { assertEquals("said", Calc.say()); }
                  @Test void writes() throws Exception {
                    Files.writeString(Path.of("config", "new.txt"), "new");
                    assertEquals("setting", Files.readString(Path.of("config/a.txt")));
                    Files.delete(Files.createTempFile("test", "file"));
                  }
                }
                """,
                "config/a.txt",
                "setting"));

    try (JUnitValidator validator =
        JUnitValidator.builder(compiler, JUnitRuntime.onHost()).withIsolation(isolation).build()) {
      Verdict verdict = validator.validate(Candidate.baseline(tree));

      assertThat(verdict.findings().toString()).contains("2 tests passed");
      assertThat(validator.isolation()).startsWith(level.words());
    }
  }
}
