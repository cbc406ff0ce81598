package dev.ratchet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.RunResult;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.journal.Journal;
import dev.ratchet.journal.JournalCheck;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short run of the main job; how much it gains depends on the machine, what it shows does not.
 */
class MainTest {
  private static final Path EXAMPLES = Path.of("").toAbsolutePath();

  @TempDir Path results;

  @Test
  void improves_a_copy_and_shows_how() throws Exception {
    Path agent = EXAMPLES.resolve("targets/puzzle-agent");
    SourceTree before = SourceTree.read(agent, PathFilter.all());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);

    RunResult result =
        Main.run(EXAMPLES, results, out, "--seed", "5", "--rounds", "12", "--seconds", "600");

    String shown = text.toString(StandardCharsets.UTF_8);
    assertThat(shown)
        .contains(
            "Isolation: ",
            "(tried: stops ",
            "Kept:",
            "Operators of the search:",
            "Proposals by outcome:")
        .contains("Refused by the guard:", "Original and result on tasks that no round has seen:")
        .contains("sudoku", "linear", "journal.jsonl", "improvement.diff");
    Path work = results.resolve("puzzle-agent");
    assertThat(SourceTree.read(agent, PathFilter.all())).as("the original").isEqualTo(before);
    assertThat(SourceTree.read(work.resolve("tree"), PathFilter.all()).hash())
        .as("the copy holds what was kept")
        .isEqualTo(result.tree().hash());
    assertThat(Journal.verify(work.resolve("journal.jsonl")))
        .isInstanceOf(JournalCheck.Intact.class);
    if (!result.kept().isEmpty()) {
      assertDiffLeadsTo(result, Files.readAllBytes(work.resolve("improvement.diff")));
    }
    assertMischiefWasStopped(result.attempts());
  }

  private static void assertDiffLeadsTo(RunResult result, byte[] diff) {
    SourceTree applied =
        PatchFormat.UNIFIED_DIFF
            .read(diff, result.start())
            .fold(
                changes ->
                    changes
                        .applyTo(result.start())
                        .fold(tree -> tree, reasons -> SourceTree.empty()),
                problems -> SourceTree.empty());
    assertThat(applied.hash()).isEqualTo(result.tree().hash());
  }

  private static void assertMischiefWasStopped(List<Attempt> attempts) {
    List<Attempt> tricks =
        attempts.stream().filter(attempt -> attempt.author().equals(Mischief.NAME)).toList();
    assertThat(tricks).isNotEmpty();
    assertThat(tricks)
        .allSatisfy(trick -> assertThat(trick.stage()).isIn(Stage.RESOLVE, Stage.GUARD))
        .noneMatch(Attempt::isKept);
  }
}
