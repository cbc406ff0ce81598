package dev.ratchet.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PathFilter;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of Unix")
class CommandValidatorTest {
  private static final SourceTree TREE =
      SourceTree.of(Map.of("src/a.txt", "hello\n", "tests/expected.txt", "hello\n"));

  private static Candidate candidate(SourceTree tree) {
    ChangeSet changes = ChangeSet.between(TREE, tree);
    return new Candidate(TREE, changes, tree, "test", Proposal.of(changes, "a test"));
  }

  private static SourceTree with(String path, String text) {
    return TREE.with(SourcePath.of(path), SourceFile.of(text));
  }

  private static Verdict verdict(CommandValidator.Builder builder, SourceTree tree)
      throws InterruptedException {
    return builder.build().validate(candidate(tree));
  }

  private static Finding only(Verdict verdict) {
    assertThat(verdict.findings()).hasSize(1);
    return verdict.findings().get(0);
  }

  private static CommandValidator.Builder compare() {
    return CommandValidator.builder("cmp", "src/a.txt", "tests/expected.txt");
  }

  @Test
  void passes_when_the_command_ends_with_zero() throws InterruptedException {
    Verdict verdict = verdict(compare(), TREE);

    assertThat(verdict.isAccepted()).isTrue();
    assertThat(only(verdict))
        .hasToString("command.passed: 'cmp src/a.txt tests/expected.txt' passed");
  }

  @Test
  void passes_for_the_baseline() throws InterruptedException {
    assertThat(compare().build().validate(Candidate.baseline(TREE)).isAccepted()).isTrue();
  }

  @Nested
  class Refuses {
    @Test
    void another_exit_code_with_the_end_of_the_output() throws InterruptedException {
      Verdict verdict = verdict(compare(), with("src/a.txt", "jello\n"));

      assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
      assertThat(only(verdict).rule()).isEqualTo("command.failed");
      assertThat(only(verdict).message())
          .startsWith(
              "'cmp src/a.txt tests/expected.txt' ended with exit code 1, not with 0. Its output"
                  + " ends with:\n")
          .contains("src/a.txt tests/expected.txt differ");
      assertThat(only(verdict).remedy()).contains("withExitCodes");
    }

    @Test
    void a_command_that_says_nothing() throws InterruptedException {
      assertThat(only(verdict(CommandValidator.builder("false"), TREE)).message())
          .isEqualTo("'false' ended with exit code 1, not with 0. It wrote nothing");
    }

    @Test
    void a_command_that_does_not_end() throws InterruptedException {
      Finding finding =
          only(
              verdict(
                  CommandValidator.builder("sleep", "60").withDeadline(Duration.ofMillis(200)),
                  TREE));

      assertThat(finding.rule()).isEqualTo("command.deadline");
      assertThat(finding.message()).contains("'sleep 60' did not end within 200 ms");
      assertThat(finding.remedy()).contains("withDeadline");
    }

    @Test
    void a_missing_program() throws InterruptedException {
      Finding finding = only(verdict(CommandValidator.builder("no-such-program-here"), TREE));

      assertThat(finding.rule()).isEqualTo("command.not-started");
      assertThat(finding.message()).contains("never ran").contains("does not start");
      assertThat(finding.remedy()).isEqualTo("install the program, or name it by its full path");
    }
  }

  @Test
  void other_exit_codes_can_be_accepted() throws InterruptedException {
    CommandValidator.Builder builder = CommandValidator.builder("false").withExitCodes(1, 3);

    assertThat(verdict(builder, TREE).isAccepted()).isTrue();
    assertThat(verdict(CommandValidator.builder("true").withExitCodes(1, 3), TREE).findings())
        .singleElement()
        .asString()
        .contains("exit code 0, not with 1 or 3");
  }

  @Test
  void the_environment_holds_only_what_is_named() throws InterruptedException {
    assertThat(System.getenv("PATH")).isNotNull();

    String bare = only(verdict(CommandValidator.builder("env").withExitCodes(7), TREE)).message();
    String named =
        only(verdict(
                CommandValidator.builder("env")
                    .withExitCodes(7)
                    .withSettings(c -> c.withInherited("PATH").withVariable("MODE", "check")),
                TREE))
            .message();

    assertThat(bare).doesNotContain("PATH=").doesNotContain("HOME=");
    assertThat(named).contains("PATH=").contains("MODE=check").doesNotContain("HOME=");
  }

  @Nested
  class A_hostile_tree {
    private final CommandValidator.Builder judged =
        compare().withFilesOfBase(PathFilter.of(List.of("tests/**"), List.of()));

    @Test
    void can_not_bring_its_own_tests() throws InterruptedException {
      SourceTree cheat = with("src/a.txt", "jello\n").with(path("tests/expected.txt"), jello());

      assertThat(verdict(compare(), cheat).isAccepted()).isTrue();
      assertThat(only(verdict(judged, cheat)).rule()).isEqualTo("command.failed");
    }

    @Test
    void can_not_leave_tests_out() throws InterruptedException {
      assertThat(verdict(judged, TREE.without(path("tests/expected.txt"))).isAccepted()).isTrue();
    }

    @Test
    void can_not_add_files_to_the_tests() throws InterruptedException {
      SourceTree more = with("tests/more.txt", "more\n");
      CommandValidator.Builder list =
          CommandValidator.builder("ls", "tests")
              .withExitCodes(7)
              .withFilesOfBase(PathFilter.of(List.of("tests/**"), List.of()));

      assertThat(only(verdict(list, more)).message()).doesNotContain("more.txt");
    }

    @Test
    void can_not_speak_to_the_terminal() throws InterruptedException {
      SourceTree tree = with("src/a.txt", "\u001b[2Jgone\u202e\u0007 end\n");
      CommandValidator.Builder show = CommandValidator.builder("cat", "src/a.txt").withExitCodes(7);

      assertThat(only(verdict(show, tree)).message()).contains("\\u{1b}[2Jgone\\u{202e}\\u{7} end");
    }

    @Test
    void can_not_flood_the_message() throws InterruptedException {
      SourceTree tree = with("src/a.txt", "x".repeat(3_000_000) + "end\n");
      CommandValidator.Builder show = CommandValidator.builder("cat", "src/a.txt").withExitCodes(7);

      String message = only(verdict(show, tree)).message();

      assertThat(message).hasSizeLessThan(2_500).contains("as far as it was kept");
    }

    private SourcePath path(String path) {
      return SourcePath.of(path);
    }

    private SourceFile jello() {
      return SourceFile.of("jello\n");
    }
  }

  @Test
  void the_files_of_the_host_stay_as_they_are() throws InterruptedException {
    assertThat(verdict(CommandValidator.builder("rm", "-r", "src"), TREE).isAccepted()).isTrue();
    assertThat(verdict(compare(), TREE).isAccepted()).isTrue();
  }

  @Test
  void a_command_needs_a_program() {
    assertThatIllegalArgumentException()
        .isThrownBy(CommandValidator::builder)
        .withMessageContaining("must begin with a program");
  }
}
