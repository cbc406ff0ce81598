package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.evaluator.TestsLayer;
import dev.ratchet.guardrails.form.PathLayer;
import dev.ratchet.verdict.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestsLayerTest {
  private static final String TEST = "src/test/java/a/SolverTest.java";
  private static final SourceTree TREE =
      SourceTree.of(
          Map.of(
              "src/main/java/a/Solver.java",
              "package a;\n\nclass Solver {}\n",
              TEST,
              """
              package a;

              import static org.junit.jupiter.api.Assertions.*;

              import org.junit.jupiter.api.Test;

              class SolverTest {
                @Test
                void adds() {
                  assertEquals(4, add(2, 2));
                  assertTrue(add(1, 1) > 1);
                }

                int add(int a, int b) {
                  return a + b;
                }

                @Test
                void ends() {
                  assertNotNull(new Solver());
                }
              }
              """));

  @TempDir private Path directory;

  private List<Finding> inspect(String java, Change... changes) throws IOException {
    String text =
        "ratchet: 1\neditable: [{ paths: 'src/**', operations: [create, modify, delete] }]\n"
            + java;
    Policy policy = Policy.read(Files.writeString(directory.resolve("policy.yaml"), text));
    return PolicyGuardrail.of(policy, List.of(), List.of(new PathLayer(), new TestsLayer()))
        .inspect(Corpus.candidate(TREE, ChangeSet.of(List.of(changes))))
        .findings();
  }

  private List<Finding> inspectOpen(Change... changes) throws IOException {
    return inspect("java: { tests-editable: true }", changes);
  }

  @Test
  void tests_are_closed_unless_the_policy_opens_them() throws IOException {
    Change change = Corpus.replace(TREE, TEST, "void ends", "void stops");
    assertThat(inspect("", change)).extracting(Finding::rule).contains("paths.protected");
    assertThat(inspectOpen(change)).extracting(Finding::rule).containsExactly("policy.in-force");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Test\\n  void ends()|void ends()|The edit leaves 1 of 2 tests",
        "assertTrue(add(1, 1) > 1);||The test a.SolverTest#adds() makes 1 of 2 assertions",
        "assertTrue(add(1, 1) > 1);|assertTrue(true);|The test a.SolverTest#adds() makes 1 of 2 assertions",
        "@Test\\n  void ends()|@org.junit.jupiter.api.Disabled @Test void ends()|The test a.SolverTest#ends() is newly switched off or made conditional",
        "@Test\\n  void ends()|@Test @EnabledIfSystemProperty(named = \"x\") void ends()|a.SolverTest#ends() is newly switched off",
        "@Test\\n  void ends()|@Test(enabled = false) void ends()|a.SolverTest#ends() is newly switched off",
        "class SolverTest|@Ignore class SolverTest|The test a.SolverTest#adds() is newly switched off or made conditional",
        "assertNotNull(|assumeTrue(add(1, 2) > 9); assertNotNull(|The test a.SolverTest#ends() is newly switched off"
      })
  void weaker_tests_need_a_person(String old, String now, String message) throws IOException {
    Change change =
        Corpus.replace(
            TREE, TEST, old.replace("\\n", "\n"), String.valueOf(now).replace("null", ""));
    assertThat(inspectOpen(change))
        .filteredOn(finding -> finding.rule().equals("tests.weakened"))
        .extracting(Finding::message)
        .anySatisfy(found -> assertThat(found).contains(message));
  }

  @Test
  void a_deleted_test_needs_a_person() throws IOException {
    SourcePath path = SourcePath.of(TEST);
    assertThat(inspectOpen(new Change.Delete(path, TREE.file(path).orElseThrow())))
        .extracting(Finding::toString)
        .contains(
            "tests.weakened: The edit leaves 0 of 2 tests (src/test/java/a/SolverTest.java), because"
                + " a weaker test lets more edits pass for right. Remedy: keep every test and what"
                + " it asserts, or let a person look at it",
            "tests.weakened: The tests make 0 of 3 assertions (src/test/java/a/SolverTest.java),"
                + " because a weaker test lets more edits pass for right. Remedy: keep every test"
                + " and what it asserts, or let a person look at it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assertNotNull(new Solver());|Solver s = new Solver(); assertNotNull(s);",
        "assertNotNull(new Solver());|assertNotNull(new Solver()); assertEquals(3, add(1, 2));",
        "int add(|@Test void more() { assertEquals(3, add(1, 2)); } int add(",
        "void adds()|void sums()"
      })
  void stronger_and_other_tests_pass(String old, String now) throws IOException {
    assertThat(inspectOpen(Corpus.replace(TREE, TEST, old, now)))
        .extracting(Finding::rule)
        .containsExactly("policy.in-force");
  }
}
