package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.FileMode;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.form.PathLayer;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyGuardrailTest {
  private static final String SOLVER = "src/main/java/acme/solver/Solver.java";
  private static final String ALIGNMENT = "src/main/java/acme/agent/Alignment.java";

  private final SourceTree base = Corpus.named("acme").base();
  private final PolicyGuardrail guardrail = PolicyGuardrail.of(Corpus.named("acme").policy());

  private Verdict inspect(Change... changes) {
    return guardrail.inspect(Corpus.candidate(base, ChangeSet.of(List.of(changes))));
  }

  private Finding only(String rule, Change... changes) {
    return inspect(changes).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class every_verdict {
    @Test
    void names_the_policy_in_force() {
      Verdict verdict = inspect();
      assertThat(verdict.isAccepted()).isTrue();
      assertThat(verdict.findings())
          .extracting(Finding::message)
          .containsExactly(
              "Judged by the policy with hash " + Corpus.named("acme").policy().hash());
      assertThat(guardrail.name())
          .isEqualTo("policy " + Corpus.named("acme").policy().hash().shortHex());
    }

    @Test
    void has_all_findings_of_one_pass() {
      Verdict verdict =
          inspect(
              Corpus.replace(base, ALIGNMENT, "1000", "9999"),
              Corpus.replace(base, "config/agent.yaml", "harm-limit: 0", "harm-limit: 1"),
              Corpus.replace(base, "notes.txt", "Nothing", "Something"));
      assertThat(verdict.findings())
          .extracting(Finding::rule)
          .contains("members.protected", "settings.protected", "paths.editable");
    }
  }

  @Nested
  class a_finding {
    @Test
    void on_a_closed_file_explains_itself() {
      assertThat(
              only("paths.editable", Corpus.replace(base, "notes.txt", "Nothing", "A")).toString())
          .isEqualTo(
              "paths.editable: notes.txt is not among the editable files (notes.txt), because"
                  + " everything that the policy does not name is closed. Remedy: edit only files"
                  + " that the policy names, or let a person add the path to 'editable'");
    }

    @Test
    void on_a_wrong_operation_names_it() {
      SourcePath path = SourcePath.of("config/app.properties");
      Change delete = new Change.Delete(path, base.file(path).orElseThrow());
      assertThat(only("paths.editable", delete).message())
          .isEqualTo("config/app.properties may be edited, but not by the operation 'delete'");
    }

    @Test
    void on_a_protected_file_names_the_glob() {
      assertThat(
              only("paths.protected", Corpus.replace(base, "config/locked.yaml", "true", "false"))
                  .toString())
          .isEqualTo(
              "paths.protected: config/locked.yaml is protected and must not change"
                  + " (config/locked.yaml), because the policy protects config/locked.yaml."
                  + " Remedy: leave the file as it is");
    }

    @Test
    void on_a_protected_member_points_at_the_line() {
      assertThat(
              only("members.protected", Corpus.replace(base, ALIGNMENT, "1000", "9999")).toString())
          .isEqualTo(
              "members.protected: The protected type acme.agent.Alignment was changed (at"
                  + " acme.agent.Alignment#MAX_STEPS) (src/main/java/acme/agent/Alignment.java:8),"
                  + " because the policy protects it, and what it says must stay as a person wrote"
                  + " it. Remedy: leave it as it is; comments and layout around it may change");
    }

    @Test
    void on_a_hidden_character_makes_it_visible() {
      assertThat(
              only(
                      "text.characters",
                      Corpus.replace(base, SOLVER, "return candidate;", "return can\u200cdidate;"))
                  .toString())
          .isEqualTo(
              "text.characters: An added line has the hidden character U+200C: 'return"
                  + " can<U+200C>didate;' (src/main/java/acme/solver/Solver.java:16), because a"
                  + " reader and the compiler would see different programs. Remedy: remove the"
                  + " character");
    }

    @Test
    void on_a_new_power_names_the_api_and_the_way_to_allow_it() {
      assertThat(
              only(
                      "capabilities.exit",
                      Corpus.replace(base, SOLVER, "return candidate;", "System.exit(1);return 0;"))
                  .toString())
          .isEqualTo(
              "capabilities.exit: The edit newly uses java.lang.System#exit"
                  + " (src/main/java/acme/solver/Solver.java:16), because it ends the program or"
                  + " hooks into its end, which the program did not do here before. Remedy: do"
                  + " without it, or let a person allow 'exit' under java.capabilities");
    }

    @Test
    void on_a_setting_names_the_key() {
      assertThat(
              only(
                      "settings.protected",
                      Corpus.replace(base, "config/agent.yaml", "harm-limit: 0", "harm-limit: 1"))
                  .message())
          .isEqualTo("The protected setting '/alignment' was changed");
    }

    @Test
    void on_a_removed_guard_call_names_the_method() {
      assertThat(
              only(
                      "guard-calls.removed",
                      Corpus.replace(
                          base,
                          "src/main/java/acme/agent/Agent.java",
                          "    Alignment.check(task);\n",
                          ""))
                  .message())
          .isEqualTo(
              "acme.agent.Agent#answer(String,int) no longer asks acme.agent.Alignment#check");
    }

    @Test
    void shows_foreign_text_bounded() {
      assertThat(Shown.quoted("a\u202e\n".repeat(100))).hasSizeLessThan(1200).doesNotContain("\n");
      assertThat(Shown.text("x".repeat(500))).hasSize(123).endsWith("...");
    }
  }

  @Nested
  class sizes {
    private Tier tierOf(int lines) {
      String text = "package acme.solver;\n\nfinal class More {}\n" + "//\n".repeat(lines - 3);
      Change change = Corpus.create("src/main/java/acme/solver/More.java", text);
      return only("limits.changed-lines", change).tier();
    }

    @Test
    void over_the_limit_need_a_person_and_far_over_it_nobody_helps() {
      assertThat(tierOf(41)).isEqualTo(Tier.ESCALATE);
      assertThat(tierOf(1000)).isEqualTo(Tier.ESCALATE);
      assertThat(tierOf(1001)).isEqualTo(Tier.HARD);
    }
  }

  @Nested
  class tiers {
    @Test
    void of_powers_are_those_of_the_catalogue() {
      Change exit = Corpus.replace(base, SOLVER, "return candidate;", "System.exit(1); return 0;");
      Change chance =
          Corpus.replace(base, SOLVER, "return candidate;", "return (int) Math.random();");
      Change none = Corpus.replace(base, SOLVER, "return candidate;", "return Math.abs(1);");
      assertThat(inspect(exit).kind()).isEqualTo(Verdict.Kind.REJECTED);
      assertThat(inspect(chance).kind()).isEqualTo(Verdict.Kind.ESCALATED);
      assertThat(inspect(none).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    }

    @Test
    void follow_the_policy(@TempDir Path directory) throws IOException {
      Path file = directory.resolve("policy.yaml");
      Files.writeString(
          file,
          "ratchet: 1\neditable: [{ paths: \"src/**\" }]\n"
              + "java: { capabilities: { allow: [exit], deny: [randomness] } }\n");
      PolicyGuardrail other = PolicyGuardrail.of(Policy.read(file));
      Change edit =
          Corpus.replace(
              base, SOLVER, "return candidate;", "System.exit(1); return (int) Math.random();");
      Verdict verdict = other.inspect(Corpus.candidate(base, ChangeSet.of(List.of(edit))));
      assertThat(verdict.findings())
          .extracting(Finding::rule, Finding::tier)
          .extracting(Object::toString)
          .containsExactly("(\"policy.in-force\", NOTE)", "(\"capabilities.randomness\", HARD)");
    }
  }

  @Nested
  class a_mode {
    @Test
    void must_not_change() {
      SourcePath path = SourcePath.of(SOLVER);
      SourceFile file = base.file(path).orElseThrow();
      Change change = new Change.Modify(path, file, file.withMode(FileMode.EXECUTABLE));
      assertThat(only("paths.mode", change).tier()).isEqualTo(Tier.HARD);
    }
  }

  @Nested
  class a_policy_that_names_nothing {
    @Test
    void refuses_every_edit(@TempDir Path directory) throws IOException {
      Path file = directory.resolve("policy.yaml");
      Files.writeString(
          file,
          "ratchet: 1\neditable: [{ paths: \"src/**\" }]\nprotect:\n"
              + "  members: [acme.agent.Alinment, acme.agent.Agent#prompt, \"@acme.agent.Keep\"]\n"
              + "  settings: [{ file: config/agent.yaml, keys: [/alinment] },"
              + " { file: config/other.yaml, keys: [/a] }]\n");
      Verdict verdict = PolicyGuardrail.of(Policy.read(file)).inspect(Candidate.baseline(base));
      assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
      assertThat(verdict.findings())
          .extracting(Finding::message)
          .contains(
              "The policy names acme.agent.Alinment, but the program has nothing of that name",
              "The policy names acme.agent.Agent#prompt, but the program has nothing of that name",
              "The policy names @acme.agent.Keep, but the program has nothing of that name",
              "The policy protects settings, but the file has no key '/alinment'",
              "The policy protects settings, but the program has no such file");
    }
  }

  @Nested
  class a_layer_that_fails {
    private Verdict inspectWith(Layer layer) {
      return PolicyGuardrail.of(
              Corpus.named("acme").policy(),
              List.<java.nio.file.Path>of(),
              List.of(layer, new PathLayer()))
          .inspect(
              Corpus.candidate(
                  base, ChangeSet.of(List.of(Corpus.replace(base, "notes.txt", "Nothing", "A")))));
    }

    private static int deeper(int depth) {
      return deeper(depth + 1) + 1;
    }

    @Test
    void refuses_the_edit_and_lets_the_others_speak() {
      Verdict verdict =
          inspectWith(
              (edit, findings) -> {
                throw new IllegalStateException("lost");
              });
      assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
      assertThat(verdict.findings())
          .extracting(Finding::rule)
          .containsExactly("policy.in-force", "guard.failed", "paths.editable", "kinds.unknown");
      assertThat(verdict.findings().get(1).message())
          .contains("failed with IllegalStateException: lost");
    }

    @Test
    void refuses_the_edit_when_its_stack_overflows() {
      Verdict verdict = inspectWith((edit, findings) -> deeper(0));
      assertThat(verdict.findings())
          .extracting(Finding::message)
          .anyMatch(message -> message.contains("StackOverflowError"));
    }

    @Test
    void refuses_the_edit_when_memory_runs_out() {
      Verdict verdict =
          inspectWith(
              (edit, findings) -> {
                throw new OutOfMemoryError("pretended");
              });
      assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
    }

    @Test
    void is_interrupted_with_the_caller() {
      CountDownLatch never = new CountDownLatch(1);
      Thread.currentThread().interrupt();
      assertThatThrownBy(
              () ->
                  inspectWith(
                      (edit, findings) -> {
                        try {
                          never.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                      }))
          .hasMessage("The check was interrupted before it had decided");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void tells_a_proposer_the_rules() {
    assertThat(guardrail.rules())
        .contains(
            "You may create, modify, delete, move files that match src/main/java/acme/**/*.java.",
            "Never touch these files: config/locked.yaml, config/Secret*.",
            "Never change, move or shadow these members: acme.agent.Alignment#*,"
                + " acme.agent.Agent#systemPrompt, acme.agent.Agent#limit(int),"
                + " @acme.agent.Protected.",
            "Never change the settings /alignment in config/agent.json.",
            "Change at most 3 files and 40 lines; no line longer than 120 characters.");
  }

  @Test
  void judges_an_edit_of_a_kept_edit() {
    Change first = Corpus.replace(base, SOLVER, "number + 1;", "number + 2 - 1;");
    Candidate kept = Corpus.candidate(base, ChangeSet.of(List.of(first)));
    assertThat(guardrail.inspect(kept).isAccepted()).isTrue();
    Change second = Corpus.replace(kept.tree(), ALIGNMENT, "1000", "9999");
    assertThat(
            guardrail
                .inspect(Corpus.candidate(kept.tree(), ChangeSet.of(List.of(second))))
                .isAccepted())
        .isFalse();
  }
}
