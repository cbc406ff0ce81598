package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.verdict.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit of a corpus can't meet: broken programs, lost time, notes, and single files. */
class RareRulesTest {
  private static final String SOLVER = "src/main/java/a/Solver.java";

  @TempDir private Path directory;

  private Policy policy(String lines) throws IOException {
    String text =
        "ratchet: 1\neditable: [{ paths: '**', operations: [create, modify, delete] }]\n" + lines;
    return Policy.read(Files.writeString(directory.resolve("policy.yaml"), text));
  }

  private static List<String> rules(PolicyGuardrail guardrail, SourceTree tree, Change change) {
    return inspect(guardrail, tree, change).stream().map(Finding::rule).toList();
  }

  private static List<Finding> inspect(PolicyGuardrail guardrail, SourceTree tree, Change change) {
    return guardrail.inspect(Corpus.candidate(tree, ChangeSet.of(List.of(change)))).findings();
  }

  private List<String> rules(String lines, SourceTree tree, Change change) throws IOException {
    return rules(PolicyGuardrail.of(policy(lines)), tree, change);
  }

  @Test
  void a_field_that_safeguards_read_is_not_written() throws IOException {
    SourceTree tree =
        SourceTree.of(
            Map.of(
                "src/main/java/a/Gate.java",
                "package a; class Gate { static boolean shuts() { return State.shut; } }",
                "src/main/java/a/State.java",
                "package a; class State { static boolean shut = true; static int other; }",
                SOLVER,
                "package a; class Solver { void solve() {} }"));
    String lines = "protect: { members: ['a.Gate'] }\n";

    assertThat(rules(lines, tree, Corpus.replace(tree, SOLVER, "{}", "{ State.shut = false; }")))
        .contains("closure.written");
    assertThat(rules(lines, tree, Corpus.replace(tree, SOLVER, "{}", "{ State.other = 1; }")))
        .doesNotContain("closure.written");
  }

  @Test
  void a_program_has_to_compile_before() throws IOException {
    SourceTree tree = SourceTree.of(Map.of(SOLVER, "package a; class Solver { int n = none; }"));

    assertThat(rules("", tree, Corpus.replace(tree, SOLVER, "none", "1")))
        .contains("compile.baseline");
    SourceTree whole = SourceTree.of(Map.of(SOLVER, "package a; class Solver { int n = 2; }"));
    assertThat(rules("", whole, Corpus.replace(whole, SOLVER, "2", "1")))
        .containsExactly("policy.in-force");
  }

  @Test
  void a_file_has_to_be_java_before() throws IOException {
    SourceTree tree = SourceTree.of(Map.of(SOLVER, "package a; class Solver {"));
    assertThat(rules("", tree, Corpus.replace(tree, SOLVER, "{", "{}"))).contains("java.baseline");
  }

  @Test
  void plain_text_is_named() throws IOException {
    SourceTree tree = SourceTree.of(Map.of("notes.md", "Notes\n"));
    Change change = Corpus.replace(tree, "notes.md", "Notes", "More");
    assertThat(rules("kinds: { md: text }\n", tree, change))
        .containsExactly("policy.in-force", "kinds.not-analysed");
  }

  @Test
  void time_runs_out() throws IOException {
    SourceTree tree = SourceTree.of(Map.of("notes.md", "Notes\n"));
    Layer idle =
        (edit, findings) -> {
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    PolicyGuardrail guardrail =
        PolicyGuardrail.of(policy("limits: { seconds: 1 }\n"), List.<Path>of(), List.of(idle));
    assertThat(rules(guardrail, tree, Corpus.replace(tree, "notes.md", "Notes", "More")))
        .containsExactly("policy.in-force", "guard.time");
  }

  @Test
  void endless_checks_do_not_pile_up() throws IOException {
    SourceTree tree = SourceTree.of(Map.of("notes.md", "Notes\n"));
    Change change = Corpus.replace(tree, "notes.md", "Notes", "More");
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    Layer endless =
        (edit, findings) -> {
          begun.incrementAndGet();
          while (end.getCount() > 0) {
            try {
              end.await();
            } catch (InterruptedException e) {
              continue; // as code does that never asks
            }
          }
        };
    PolicyGuardrail guardrail =
        PolicyGuardrail.of(policy("limits: { seconds: 1 }\n"), List.<Path>of(), List.of(endless));
    for (int i = 0; i < 4; i++) {
      assertThat(rules(guardrail, tree, change)).contains("guard.time");
    }

    assertThat(inspect(guardrail, tree, change))
        .anyMatch(finding -> finding.message().contains("4 checks past their deadline"));
    assertThat(begun).hasValue(4);
    end.countDown();
  }
}
