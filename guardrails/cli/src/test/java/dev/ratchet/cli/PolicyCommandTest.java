package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ratchet.cli.Workspace.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
  private Workspace workspace;

  @BeforeEach
  void makeWorkspace(@TempDir Path root) {
    workspace = Workspace.in(root);
  }

  private Outcome run(String arguments) {
    return workspace.run(arguments.split(" "));
  }

  @Test
  void a_sound_policy_is_said_to_be_sound() {
    Outcome outcome = run("policy check --policy @/policy.yaml --before @/before");

    assertThat(outcome.exit()).as(outcome.toString()).isZero();
    assertThat(outcome.out()).contains("SOUND: the policy has the hash ");
  }

  @Test
  void a_rule_that_matches_nothing_is_reported_with_its_place() {
    workspace.write("policy.yaml", Workspace.POLICY.replace("acme.Limits", "acme.Limitz"));

    Outcome outcome = run("policy check --policy @/policy.yaml --before @/before");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("policy.yaml:6:", "acme.Limitz")
        .endsWith("NOT SOUND: 1 of its rules do not do what they say\n");
  }

  @Test
  void a_policy_inside_the_program_is_reported() {
    workspace.write("before/policy.yaml", Workspace.POLICY);

    Outcome outcome = run("policy check --policy @/before/policy.yaml --before @/before");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).contains("policy.inside-target");
  }

  @Test
  void odd_files_are_no_obstacle() throws IOException {
    Files.createSymbolicLink(workspace.path("before/link"), Path.of("nowhere"));

    assertThat(run("policy check --policy @/policy.yaml --before @/before").exit()).isZero();
  }

  @Test
  void a_proposed_policy_can_be_used() {
    Outcome draft = run("policy init --before @/before");
    assertThat(draft.exit()).as(draft.toString()).isZero();
    workspace.write("policy.yaml", draft.out());

    assertThat(run("policy check --policy @/policy.yaml --before @/before").exit()).isZero();
    assertThat(workspace.checkAfter().exit()).isZero();
  }

  @Test
  void nothing_is_proposed_for_a_directory_without_java(@TempDir Path empty) {
    Outcome outcome = run("policy init --before " + empty);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("ratchet: ");
  }

  @Test
  void the_schema_is_json() throws IOException {
    Outcome outcome = run("policy schema");

    assertThat(outcome.exit()).isZero();
    assertThat(new ObjectMapper().readTree(outcome.out()).has("$schema")).isTrue();
  }

  @Test
  void a_command_is_asked_for() {
    assertThat(run("policy").exit()).isEqualTo(2);
    assertThat(run("policy").err()).contains("init, check or schema");
  }
}
