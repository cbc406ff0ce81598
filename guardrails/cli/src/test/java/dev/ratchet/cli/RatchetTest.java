package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.cli.Workspace.Outcome;
import dev.ratchet.verdict.Tier;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatchetTest {
  private Workspace workspace;

  @BeforeEach
  void makeWorkspace(@TempDir Path root) {
    workspace = Workspace.in(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "check --help",
        "policy --help",
        "policy check --help",
        "policy init --help",
        "policy schema --help",
        "rules --help",
        "--version"
      })
  void every_command_explains_itself(String arguments) {
    Outcome outcome = workspace.run(arguments.split(" "));

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isNotBlank();
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void the_version_was_filled_in_by_the_build() {
    assertThat(workspace.run("--version").out()).matches("(?s)ratchet \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void a_command_is_asked_for() {
    Outcome outcome = workspace.run();

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("A command is missing", "Try 'ratchet --help'");
  }

  @Test
  void arguments_are_not_read_from_files() {
    assertThat(Ratchet.commandLine(java.io.InputStream.nullInputStream()).isExpandAtFiles())
        .isFalse();
    assertThat(workspace.run("verify").exit()).isEqualTo(2);
  }

  @Test
  void rules_are_listed_by_id_and_sentence() {
    Outcome outcome = workspace.run("rules");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out().lines())
        .hasSizeGreaterThan(50)
        .allMatch(line -> line.matches("[a-z-]+\\.[a-z-]+ +(hard|escalate|note)[a-z/]* +[A-Z].*"))
        .anyMatch(line -> line.startsWith("edit.link "))
        .anyMatch(line -> line.startsWith("members.protected "))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_rule_is_explained_with_an_example_stopped_and_one_let_through() {
    assertThat(workspace.run("rules", "edit.link", "members.protected").out())
        .contains("edit.link\n", "members.protected\n", "Because ", "Stopped: ", "Let through: ");
    assertThat(workspace.run("rules", "edit.nothing").exit()).isEqualTo(2);
  }

  @Test
  void what_comes_before_the_guard_has_rules_of_its_own() {
    assertThat(KnownRule.all()).extracting(KnownRule::id).doesNotHaveDuplicates();
    assertThat(KnownRule.all())
        .filteredOn(rule -> rule.tiers().contains(Tier.HARD) && rule.id().startsWith("edit."))
        .allSatisfy(rule -> assertThat(rule.explained()).contains("Stopped: ", "Let through: "));
  }
}
