package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.cli.Workspace.Outcome;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
  private static final String BETTER =
      Workspace.AGENT_TEXT.replace("number + number", "2 * number");

  private Workspace workspace;

  @BeforeEach
  void makeWorkspace(@TempDir Path root) {
    workspace = Workspace.in(root);
  }

  @Nested
  class Verdicts {
    @Test
    void an_honest_edit_is_allowed() {
      workspace.write("after/" + Workspace.AGENT, BETTER);

      Outcome outcome = workspace.checkAfter();

      assertThat(outcome.exit()).as(outcome.toString()).isZero();
      assertThat(outcome.out()).startsWith("ALLOWED: 1 file;").contains("judged by policy ");
      assertThat(outcome.err()).isEmpty();
    }

    @Test
    void an_edit_of_protected_code_is_rejected_with_place_reason_and_remedy() {
      workspace.write(
          "after/" + Workspace.LIMITS,
          "package acme;\n\nfinal class Limits {\n  static final int MOST = 11;\n}\n");

      Outcome outcome = workspace.checkAfter();

      assertThat(outcome.exit()).isEqualTo(1);
      assertThat(outcome.out())
          .contains("hard members.protected at src/main/java/acme/Limits.java")
          .contains("because ")
          .contains("remedy: ")
          .contains("REJECTED: 1 file;");
    }

    @Test
    void a_new_use_of_the_clock_needs_a_person() {
      workspace.write(
          "after/" + Workspace.AGENT,
          Workspace.AGENT_TEXT.replace("number + number", "(int) System.nanoTime()"));

      Outcome outcome = workspace.checkAfter();

      assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(3);
      assertThat(outcome.out()).contains("escalate ").contains("NEEDS A PERSON: 1 file;");
    }

    @Test
    void nothing_changed_is_allowed_and_said() {
      Outcome outcome = workspace.checkAfter();

      assertThat(outcome.exit()).isZero();
      assertThat(outcome.out()).contains("note edit.empty").contains("ALLOWED: 0 files;");
    }

    @Test
    void the_standard_input_can_be_the_diff() {
      Outcome outcome =
          workspace
              .input(
                  """
                  --- a/src/main/java/acme/Agent.java
                  +++ b/src/main/java/acme/Agent.java
                  @@ -4,3 +4,3 @@
                     int twice(int number) {
                  -    return number + number;
                  +    return 2 * number;
                     }
                  """)
              .check("--diff", "-");

      assertThat(outcome.exit()).as(outcome.toString()).isZero();
    }

    @Test
    void all_findings_come_in_one_pass_the_strictest_first() {
      workspace
          .write("after/pom.xml", "<project/>\n")
          .write("after/target/classes/x.txt", "made\n")
          .write(
              "after/" + Workspace.AGENT,
              Workspace.AGENT_TEXT.replace("number + number", "(int) System.nanoTime()"));

      assertThat(workspace.checkAfter().out())
          .containsSubsequence(
              "hard paths.protected at pom.xml", "escalate ", "note edit.not-looked-at at target");
    }
  }

  @Nested
  class Unusable {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            --policy @/none.yaml --before @/before --after @/after        | there is no policy
            --policy @/policy.yaml --before @/none --after @/after        | there is no directory @/none
            --policy @/policy.yaml --before @/before --after @/none       | @/none
            --policy @/policy.yaml --before @/before --diff @/none        | There is no file @/none
            --policy @/policy.yaml --before @/before --change-set @/none  | There is no file @/none
            --policy @/policy.yaml --before @/after/config/agent.yaml --after @/after | there is no directory
            --policy @/policy.yaml --before @/before                      | Missing required argument
            --policy @/policy.yaml --after @/after                        | --before
            --before @/before --after @/after                             | --policy
            --policy @/policy.yaml --before @/before --after @/after --diff @/x | mutually exclusive
            --policy @/policy.yaml --before @/before --after @/after --format xml | --format
            --policy @/policy.yaml --before @/before --after @/after --what | --what
            --policy @/policy.yaml --before @/before --after @/after more | more
            --policy @/policy.yaml --before @/before --after @/before/src | inside the other
            --policy @/policy.yaml --before @/before --after @/after --class-path @/no.jar | @/no.jar
            --policy @/policy.yaml --before @/before --after @/after --output @/none/x | can't be written
            """)
    void a_command_line_that_makes_no_sense(String arguments, String complaint) {
      Outcome outcome = workspace.run(("check " + arguments).split(" +"));

      assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith("ratchet: ")
          .contains(complaint.replace("@", workspace.path("").toString().replaceAll("/$", "")))
          .doesNotContain("\tat ");
      assertThat(outcome.out()).isEmpty();
    }

    @Test
    void a_policy_with_a_mistake_is_shown_with_its_place() {
      workspace.write("policy.yaml", Workspace.POLICY + "limitz: { files: 3 }\n");

      Outcome outcome = workspace.checkAfter();

      assertThat(outcome.exit()).isEqualTo(2);
      assertThat(outcome.err()).contains("policy.yaml:7:").contains("limitz").contains("limits");
    }

    @Test
    void a_policy_inside_the_program_could_be_edited() {
      workspace.write("before/policy.yaml", Workspace.POLICY);

      assertThat(
              workspace
                  .run(
                      "check --policy @/before/policy.yaml --before @/before --after @/after"
                          .split(" "))
                  .err())
          .contains("inside");
    }

    @Test
    void a_policy_inside_the_edited_program_was_perhaps_edited() {
      workspace.write("after/policy.yaml", Workspace.POLICY);

      Outcome outcome =
          workspace.run(
              "check --policy @/after/policy.yaml --before @/before --after @/after".split(" "));

      assertThat(outcome.exit()).isEqualTo(2);
      assertThat(outcome.err()).contains("the edit could have widened it");
    }

    @Test
    void a_baseline_that_does_not_compile_is_no_verdict() {
      workspace.write(
          "before/" + Workspace.AGENT, "package acme;\nfinal class Agent { int x = y; }\n");

      Outcome outcome = workspace.checkAfter();

      assertThat(outcome.exit()).isEqualTo(2);
      assertThat(outcome.err()).contains("does not compile").contains("Agent.java:2");
    }

    @Test
    void a_language_level_that_this_runtime_does_not_know() {
      workspace.write("policy.yaml", Workspace.POLICY + "java: { level: 99 }\n");

      assertThat(workspace.checkAfter().exit()).isEqualTo(2);
    }

    @Test
    void an_empty_directory_deletes_everything(@TempDir Path empty) {
      Outcome outcome = workspace.check("--after", empty.toString());

      assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(1);
      assertThat(outcome.out()).contains("members.protected");
    }
  }

  @Nested
  class ClassPaths {
    @Test
    void only_source_roots_are_compiled() {
      workspace
          .write("before/docs/Broken.java", "class {")
          .write("after/docs/Broken.java", "class {");

      assertThat(workspace.checkAfter().exit()).isZero();
    }

    @Test
    void jars_that_the_policy_names_are_found_in_the_build_output() throws IOException {
      Path jar = workspace.path("before/target/lib/x.jar");
      Files.createDirectories(jar.getParent());
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        out.putNextEntry(new ZipEntry("library/Thing.class"));
        out.write(compiled("package library; public class Thing {}"));
      }
      String user = "package acme;\n\nclass User extends library.Thing {}\n";
      workspace
          .write("before/src/main/java/acme/User.java", user)
          .write("after/src/main/java/acme/User.java", user);
      assertThat(workspace.checkAfter().exit()).isEqualTo(2);

      workspace.write(
          "policy.yaml", Workspace.POLICY + "java: { class-path: [ \"target/lib/*.jar\" ] }\n");

      assertThat(workspace.checkAfter().exit()).isZero();
    }

    private byte[] compiled(String source) {
      SourceTree tree = SourceTree.of(Map.of("src/library/Thing.java", source));
      return TreeCompiler.of(JavaTarget.builder("src").build())
          .compile(tree)
          .fold(
              compiled -> compiled.classes().get("library.Thing"),
              failed -> {
                throw new IllegalStateException(failed.toString());
              });
    }

    @Test
    void an_entry_that_is_there_is_used(@TempDir Path classes) {
      assertThat(workspace.checkAfter("--class-path", classes.toString()).exit()).isZero();
      assertThat(workspace.checkAfter("--class-path", classes + "/*").exit()).isZero();
    }
  }

  @Nested
  class WaysToGiveAnEdit {
    /** Modifies one file, creates one and deletes one. */
    private void edit() throws IOException {
      workspace
          .write(
              "after/" + Workspace.AGENT, BETTER.replace("2 * number", "(int) System.nanoTime()"))
          .write("after/src/main/java/acme/New.java", "package acme;\n\nfinal class New {}\n")
          .write("after/pom.xml", "<project/>\n");
      Files.delete(workspace.path("after/config/agent.yaml"));
    }

    private SourceTree tree(String side) throws IOException {
      return SourceTree.read(workspace.path(side), PathFilter.all());
    }

    private static List<String> findings(Outcome outcome) {
      return outcome.out().lines().filter(line -> line.matches("(hard|escalate|note) .*")).toList();
    }

    @Test
    void lead_to_the_same_verdict() throws IOException {
      edit();
      ChangeSet changes = ChangeSet.between(tree("before"), tree("after"));

      Outcome after = workspace.checkAfter();
      Outcome diff = workspace.checkDiff(PatchFormat.UNIFIED_DIFF.write(changes));
      Outcome json = workspace.checkChangeSet(PatchFormat.JSON.write(changes));

      assertThat(after.exit()).isEqualTo(1);
      assertThat(findings(after))
          .hasSizeGreaterThan(2)
          .isEqualTo(findings(diff))
          .isEqualTo(findings(json));
    }
  }

  @Nested
  class Outputs {
    @Test
    void a_report_in_a_file_leaves_the_text_for_the_log() {
      Outcome outcome = workspace.checkAfter("--format", "json", "--output", "@/report.json");

      assertThat(outcome.out()).contains("ALLOWED:");
      assertThat(workspace.path("report.json")).content().startsWith("{").contains("\"exit\" : 0");
    }
  }
}
