package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.cli.Workspace.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffTextTest {
  private Workspace workspace;

  @BeforeEach
  void makeWorkspace(@TempDir Path root) {
    workspace = Workspace.in(root);
  }

  private void rejects(String diff, String... expected) {
    Outcome outcome = workspace.checkDiff(diff);
    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.out()).contains(expected);
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "Sure, here is your edit!\n", "@@ -1 +1 @@\n-a\n+b\n", "\u0000\u0001"})
  void what_is_no_diff_is_refused(String text) {
    rejects(text, "hard edit.applies");
  }

  @Test
  void a_hunk_that_does_not_fit_is_refused() {
    rejects(
        """
        --- a/src/main/java/acme/Agent.java
        +++ b/src/main/java/acme/Agent.java
        @@ -4,3 +4,3 @@
           int twice(int number) {
        -    return 3 * number;
        +    return 2 * number;
           }
        """,
        "hard edit.applies at src/main/java/acme/Agent.java");
  }

  @Test
  void a_path_that_leaves_the_tree_is_refused() {
    rejects(
        """
        --- /dev/null
        +++ b/../../etc/cron.d/job
        @@ -0,0 +1 @@
        +x
        """,
        "hard edit.applies",
        "is not a source path");
  }

  @Test
  void a_link_is_refused() {
    rejects(
        """
        diff --git a/notes b/notes
        new file mode 120000
        --- /dev/null
        +++ b/notes
        @@ -0,0 +1 @@
        +/etc/passwd
        \\ No newline at end of file
        """,
        "a symbolic link");
  }

  @Test
  void a_mode_that_changes_is_refused() {
    rejects(
        """
        diff --git a/src/main/java/acme/Agent.java b/src/main/java/acme/Agent.java
        old mode 100644
        new mode 100755
        """,
        "hard paths.mode at src/main/java/acme/Agent.java");
  }

  @Test
  void a_file_in_the_build_output_is_refused() {
    workspace.write("before/target/x.java", "old\n");
    rejects(
        """
        --- /dev/null
        +++ b/target/x.java
        @@ -0,0 +1 @@
        +class X {}
        """,
        "is build output, which is not read");
  }

  @Test
  void a_file_behind_a_link_is_refused() throws IOException {
    Files.createSymbolicLink(workspace.path("before/src/main/java/more"), Path.of(".."));
    rejects(
        """
        --- /dev/null
        +++ b/src/main/java/more/X.java
        @@ -0,0 +1 @@
        +package more;
        """,
        "'src/main/java/more' is a symbolic link");
  }

  @Test
  void hidden_characters_of_a_diff_are_shown() {
    rejects(
        """
        --- a/src/main/java/acme/Agent.java
        +++ b/src/main/java/acme/Agent.java
        @@ -4,3 +4,3 @@
           int twice(int number) {
        -    return number + number;
        +    return number + number; // \u202E\u2066
           }
        """,
        "hard text.characters");
  }
}
