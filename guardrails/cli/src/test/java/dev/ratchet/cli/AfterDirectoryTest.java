package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.cli.Workspace.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AfterDirectoryTest {
  private Workspace workspace;

  @BeforeEach
  void makeWorkspace(@TempDir Path root) {
    workspace = Workspace.in(root);
  }

  private void rejects(String... expected) {
    Outcome outcome = workspace.checkAfter();
    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.out()).contains(expected);
    assertThat(outcome.err()).isEmpty();
  }

  private void allows() {
    Outcome outcome = workspace.checkAfter();
    assertThat(outcome.exit()).as(outcome.toString()).isZero();
  }

  @Test
  void a_new_link_is_refused_even_where_nothing_may_be_edited() throws IOException {
    Files.createSymbolicLink(workspace.path("after/notes"), Path.of("../secret"));
    rejects("hard edit.link at notes", "'notes' is a symbolic link to '../secret', and new");
  }

  @Test
  void a_file_that_became_a_link_is_refused() throws IOException {
    Path agent = workspace.path("after/" + Workspace.AGENT);
    Files.delete(agent);
    Files.createSymbolicLink(agent, workspace.path("before/" + Workspace.AGENT));
    rejects("hard edit.link at " + Workspace.AGENT);
  }

  @Test
  void a_link_to_a_directory_is_not_walked_through() throws IOException {
    Files.createSymbolicLink(workspace.path("after/src/main/java/more"), workspace.path("before"));
    rejects("hard edit.link at src/main/java/more");
  }

  @Test
  void a_link_that_was_there_is_carried_along() throws IOException {
    Files.createSymbolicLink(workspace.path("before/notes"), Path.of("README"));
    Files.createSymbolicLink(workspace.path("after/notes"), Path.of("README"));
    allows();
  }

  @Test
  void a_link_that_leads_elsewhere_now_is_refused() throws IOException {
    Files.createSymbolicLink(workspace.path("before/notes"), Path.of("README"));
    Files.createSymbolicLink(workspace.path("after/notes"), Path.of("../secret"));
    rejects("hard edit.link at notes", "and changed");
  }

  @Test
  void a_link_that_became_a_file_is_refused() throws IOException {
    Files.createSymbolicLink(
        workspace.path("before/src/main/java/acme/Old.java"), Path.of("Agent.java"));
    workspace.write("after/src/main/java/acme/Old.java", "package acme;\n\nfinal class Old {}\n");
    rejects("hard edit.odd-file", "was a symbolic link and is an ordinary file now");
  }

  @Test
  void a_changed_file_with_two_names_is_refused() throws IOException {
    Path agent = workspace.path("after/" + Workspace.AGENT);
    Files.writeString(agent, Workspace.AGENT_TEXT.replace("twice", "doubled"));
    Files.createLink(workspace.path("elsewhere"), agent);
    rejects("hard edit.link at " + Workspace.AGENT, "one of 2 names of the same file");
  }

  @Test
  void an_unchanged_file_may_have_two_names() throws IOException {
    Files.createLink(workspace.path("elsewhere"), workspace.path("after/" + Workspace.AGENT));
    allows();
  }

  @Test
  void a_mode_that_changes_is_refused() throws IOException {
    Files.setPosixFilePermissions(
        workspace.path("after/" + Workspace.AGENT), PosixFilePermissions.fromString("rwxr-xr-x"));
    rejects("hard paths.mode at " + Workspace.AGENT);
  }

  @Test
  void another_umask_is_no_change() throws IOException {
    Files.setPosixFilePermissions(
        workspace.path("after/" + Workspace.AGENT), PosixFilePermissions.fromString("rw-------"));
    allows();
  }

  @Test
  void a_set_user_bit_is_refused() throws IOException {
    Files.setAttribute(workspace.path("after/" + Workspace.AGENT), "unix:mode", 04644);
    rejects("hard edit.special-file at " + Workspace.AGENT);
  }

  @Test
  void a_pipe_is_refused_and_not_opened() throws IOException, InterruptedException {
    Path pipe = workspace.path("after/pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    rejects("hard edit.special-file at pipe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil\u202Egnp.java", "a\tb", "a\nALLOWED: 0 files", "con", "x~1", "q?", "%2e"})
  void an_odd_name_is_refused_and_shown_plainly(String name) {
    workspace.write("after/" + name, "x\n");
    rejects("hard edit.path at ");
    assertThat(workspace.checkAfter().out()).matches("[\\n -~]+").doesNotContain("\nALLOWED");
  }

  @Test
  void odd_names_that_were_there_are_carried_along() {
    for (String name : new String[] {"b\u00fccher.txt", "a?b", "con", "docs/x~1.txt"}) {
      workspace.write("before/" + name, "x\n").write("after/" + name, "x\n");
    }
    allows();
  }

  @Test
  void what_happens_to_odd_names_is_seen() {
    workspace
        .write("before/gone?", "x\n")
        .write("before/changed?", "x\n")
        .write("after/changed?", "y\n");
    rejects("hard edit.odd-file at gone?", "hard edit.path at changed?", "and changed");
  }

  @Test
  void names_that_differ_only_in_case_are_refused() {
    workspace.write("after/src/main/java/acme/agent.java", "package acme;\n");
    rejects("hard edit.applies", "differs only in upper and lower case");
  }

  @Test
  void build_output_and_git_are_ignored_on_both_sides() {
    workspace
        .write("before/target/classes/A.class", "old")
        .write("after/target/classes/A.class", "new")
        .write("after/.git/HEAD", "ref")
        .write("before/build/x", "");
    allows();
  }

  @Test
  void in_fresh_checkouts_nothing_is_build_output() {
    workspace.write("after/target/run.sh", "rm -r /\n");

    Outcome outcome = workspace.checkAfter("--fresh");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("hard paths.editable at target/run.sh");
  }

  @Test
  void a_git_directory_further_down_is_no_longer_gits_own() {
    workspace.write("after/src/.git/hooks/post-checkout", "rm -r /\n");
    rejects("hard edit.path at src/.git/hooks/post-checkout", "belongs to git");
  }

  @Test
  void a_file_too_large_to_be_read_is_refused() throws IOException {
    Path large = workspace.path("after/large.bin");
    try (var file =
        Files.newByteChannel(
            large,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      file.position(33 << 20);
      file.write(java.nio.ByteBuffer.wrap(new byte[1]));
    }
    rejects("hard edit.unreadable at large.bin");
  }
}
