package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Proposal;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JUnitValidatorTest {
  private static final SourcePath PROGRAM = SourcePath.of("src/main/java/demo/Calc.java");
  private static final SourcePath TESTS = SourcePath.of("src/test/java/demo/CalcTest.java");
  private static final JavaTarget TARGET =
      JavaTarget.builder("src/main/java")
          .withTestRoots("src/test/java")
          .withResourceRoots("src/main/resources")
          .build();
  private static final SourceTree BASE =
      SourceTree.of(
          Map.of(
              PROGRAM.value(),
              calc("return a + b;"),
              TESTS.value(),
              """
              package demo;
              import static org.junit.jupiter.api.Assertions.*;
              import java.nio.file.*;
              import org.junit.jupiter.api.*;
              import org.junit.jupiter.params.ParameterizedTest;
              import org.junit.jupiter.params.provider.ValueSource;
              class CalcTest {
                @Test void adds() {
                  assertEquals(5, Calc.add(2, 3));
                }
                @ParameterizedTest @ValueSource(ints = {1, 2}) void adds_nothing(int x) {
                  assertEquals(x, Calc.add(x, 0));
                }
                @Test void finds_its_files() throws Exception {
                  assertEquals("setting", Files.readString(Path.of("config/a.txt")));
                  assertNotNull(Calc.class.getResource("/words.txt"));
                  assertNotNull(CalcTest.class.getResource("data.txt"));
                }
                @Test @Disabled void is_not_ready() {}
              }
              """,
              "src/test/java/demo/data.txt",
              "data",
              "src/main/resources/words.txt",
              "words",
              "config/a.txt",
              "setting"));

  private static JUnitValidator validator;

  @BeforeAll
  static void start() {
    validator =
        JUnitValidator.builder(TreeCompiler.of(TARGET), JUnitRuntime.onHost())
            .withDeadline(Duration.ofSeconds(30))
            .build();
  }

  @AfterAll
  static void stop() {
    validator.close();
  }

  private static String calc(String body) {
    return "package demo; public class Calc { public static int add(int a, int b) { "
        + body
        + " } }";
  }

  private static Candidate candidate(SourceTree tree) {
    ChangeSet changes = ChangeSet.of(List.of());
    return new Candidate(BASE, changes, tree, "test", Proposal.of(changes, "test"));
  }

  private static SourceTree changed(SourcePath path, String text) {
    return BASE.with(path, SourceFile.of(text));
  }

  private static Verdict validate(SourceTree tree) throws Exception {
    return validator.validate(candidate(tree));
  }

  private static List<String> rules(Verdict verdict) {
    return verdict.findings().stream().map(Finding::rule).distinct().toList();
  }

  @Test
  void a_program_that_passes_is_accepted() throws Exception {
    Verdict verdict = validator.validate(Candidate.baseline(BASE));

    assertThat(verdict.isAccepted()).describedAs("%s", verdict).isTrue();
    assertThat(verdict.findings()).singleElement().hasToString("tests.passed: 4 tests passed");
  }

  @Test
  void an_edit_that_keeps_the_tests_passing_is_accepted() throws Exception {
    assertThat(validate(changed(PROGRAM, calc("return b + a;"))).isAccepted()).isTrue();
  }

  @Test
  void an_edit_of_a_file_beside_the_tests_changes_nothing() throws Exception {
    assertThat(validate(BASE.without(SourcePath.of("src/test/java/demo/data.txt"))).isAccepted())
        .isTrue();
  }

  @Nested
  class Refused_is {
    @Test
    void an_edit_that_breaks_a_test() throws Exception {
      Verdict verdict = validate(changed(PROGRAM, calc("return a == 2 ? 4 : a + b;")));

      assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
      assertThat(verdict.findings().stream().map(Finding::message))
          .containsExactlyInAnyOrder(
              "demo.CalcTest#adds failed: org.opentest4j.AssertionFailedError: expected: <5> but"
                  + " was: <4> (CalcTest.java:9)",
              "demo.CalcTest#adds_nothing [2] 2 failed: org.opentest4j.AssertionFailedError:"
                  + " expected: <2> but was: <4> (CalcTest.java:12)");
    }

    @Test
    void an_edit_that_weakens_a_test_and_breaks_the_program() throws Exception {
      SourceTree both =
          changed(PROGRAM, calc("return 0;"))
              .with(TESTS, SourceFile.of("package demo; class CalcTest {}"));

      assertThat(rules(validate(both))).containsExactly("tests.failed");
    }

    @Test
    void an_edit_that_takes_a_file_from_the_tests() throws Exception {
      SourceTree tree = BASE.without(SourcePath.of("config/a.txt"));

      assertThat(rules(validate(tree))).containsExactly("tests.failed");
    }

    @Test
    void an_edit_that_tests_do_not_compile_against() throws Exception {
      Verdict verdict =
          validate(changed(PROGRAM, "package demo; public class Calc { int other; }"));

      assertThat(rules(verdict)).containsExactly("tests.compile");
      assertThat(verdict.findings().get(0).place().path()).isEqualTo(TESTS.value());
    }

    @Test
    void an_edit_that_does_not_compile() throws Exception {
      assertThat(rules(validate(changed(PROGRAM, "not java")))).containsExactly("compile.error");
    }

    @Test
    void an_edit_that_ends_the_process() throws Exception {
      Verdict verdict = validate(changed(PROGRAM, calc("System.exit(0); return 0;")));

      assertThat(rules(verdict)).containsExactly("tests.no-result");
      assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
      assertThat(verdict.findings().get(0).message()).contains("the process ended early");
    }

    @Test
    void an_edit_that_never_ends() throws Exception {
      try (JUnitValidator strict =
          JUnitValidator.builder(TreeCompiler.of(TARGET), JUnitRuntime.onHost())
              .withDeadline(Duration.ofSeconds(4))
              .withIdleProcesses(2)
              .build()) {
        Verdict verdict = strict.validate(candidate(changed(PROGRAM, calc("while (true) { }"))));

        assertThat(verdict.findings().get(0).message()).contains("passed its deadline of 4000 ms");
      }
    }

    @Test
    void an_edit_that_makes_tests_not_run() throws Exception {
      SourceTree base =
          changed(
              TESTS,
              """
              package demo;
              import org.junit.jupiter.api.*;
              class CalcTest {
                @TestFactory java.util.stream.Stream<DynamicTest> all() {
                  return java.util.stream.IntStream.range(0, Calc.add(1, 1))
                      .mapToObj(i -> DynamicTest.dynamicTest("n" + i, () -> {}));
                }
              }
              """);
      SourceTree tree = base.with(PROGRAM, SourceFile.of(calc("return 1;")));
      ChangeSet changes = ChangeSet.of(List.of());

      Verdict verdict =
          validator.validate(
              new Candidate(base, changes, tree, "test", Proposal.of(changes, "test")));

      assertThat(rules(verdict)).containsExactly("tests.lost");
      assertThat(verdict.findings().get(0).message())
          .startsWith("1 tests that ran on the base did not run: ");
    }

    @Test
    void a_base_without_tests() throws Exception {
      Verdict verdict = validator.validate(Candidate.baseline(BASE.without(TESTS)));

      assertThat(verdict.findings())
          .singleElement()
          .hasToString(
              "tests.none-found: No test was found, and so none passed, because a run without tests"
                  + " proves nothing. Remedy: check the target's test roots, or leave this"
                  + " validator out");
    }

    @Test
    void a_base_whose_test_files_hold_no_test() throws Exception {
      SourceTree hollow = changed(TESTS, "package demo; class CalcTest { void adds() {} }");

      assertThat(rules(validator.validate(Candidate.baseline(hollow))))
          .containsExactly("tests.none-found");
    }

    @Test
    void a_base_whose_tests_fail() throws Exception {
      SourceTree broken = changed(PROGRAM, calc("return 7;"));

      assertThat(rules(validator.validate(Candidate.baseline(broken))))
          .containsExactly("tests.failed");
    }
  }

  @Test
  void a_host_without_junit_is_told_what_to_add() {
    assertThatThrownBy(() -> JUnitRuntime.on(List.of(ClassLoader.getPlatformClassLoader())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Tests can't be run, because org.junit.platform.launcher.Launcher is not on the host's"
                + " class path. Add org.junit.platform:junit-platform-launcher to the host's"
                + " dependencies, or name the jars with new JUnitRuntime(jars)");
  }
}
