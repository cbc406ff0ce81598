package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SudokuListTest {
  private static final String SOLVED =
      "123456789456789123789123456214365897365897214897214365531642978642978531978531642";

  @TempDir Path folder;

  @Test
  void reads_blanks_as_dots_or_zeros_and_skips_comments() throws IOException {
    String almost = "." + SOLVED.substring(1);
    Path file = file("# comment", "", almost, "00" + SOLVED.substring(2));

    List<Task> tasks = SudokuList.read(file, Split.VAULT, 10).tasks(Split.VAULT, 1);

    assertThat(tasks)
        .extracting(Task::input)
        .containsExactly("sudoku\n" + almost, "sudoku\n.." + SOLVED.substring(2));
    assertThat(tasks).allSatisfy(task -> assertThat(task.expected()).isEqualTo(SOLVED));
  }

  @Test
  void accepts_the_completion_only() throws IOException {
    Task task =
        SudokuList.read(file("." + SOLVED.substring(1)), Split.VAULT, 1)
            .tasks(Split.VAULT, 1)
            .get(0);

    assertThat(task.checker().check(SOLVED)).isEqualTo(Score.right());
    assertThat(task.checker().check("9" + SOLVED.substring(1)).reason())
        .isEqualTo("a digit stands twice in a row, column or box");
    assertThat(task.checker().check("1" + SOLVED.substring(2) + "2").reason())
        .isEqualTo("changes the given at cell 1");
    assertThat(task.checker().check("." + SOLVED.substring(1)).reason())
        .isEqualTo("no digit from 1 to 9 at cell 0");
    assertThat(task.checker().check("1").reason()).isEqualTo("not 81 digits");
  }

  @Test
  void leaves_out_a_relabelled_copy_and_stops_at_the_limit() throws IOException {
    String one = "." + SOLVED.substring(1);
    String relabelled = one.replace('2', 'x').replace('3', '2').replace('x', '3');
    String other = ".." + SOLVED.substring(2);

    assertThat(size(file(one, relabelled, other), 10)).isEqualTo(2);
    assertThat(size(file(one, relabelled, other), 1)).isEqualTo(1);
  }

  /** In easy50 one line stands twice; lines 74 and 76 of top95 are rearranged copies. */
  @ParameterizedTest
  @CsvSource({"easy50.txt, 50, 49", "hardest11.txt, 11, 11", "top95.txt, 95, 94"})
  void reads_real_lists(String name, int lines, int distinct) {
    BenchmarkSuite suite = SudokuList.read(SharedData.path("sudoku/" + name), Split.VAULT, lines);

    assertThat(suite.name()).isEqualTo(name);
    assertThat(suite.isGenerated()).isFalse();
    assertThat(suite.tasks(Split.TUNING, 1)).isEmpty();
    assertThat(suite.tasks(Split.VAULT, 1))
        .hasSize(distinct)
        .allSatisfy(t -> assertThat(t.checker().check(t.expected())).isEqualTo(Score.right()));
  }

  @Test
  void names_a_line_that_is_no_puzzle() throws IOException {
    Path file = file("# ok", "12345");
    assertFails(
        file,
        file + ":2: a puzzle must be 81 characters, digits or . for a blank, but this is not");
  }

  @Test
  void names_a_line_with_several_solutions() throws IOException {
    Path file = file(".".repeat(81));
    assertFails(
        file,
        file
            + ":1: a puzzle must have exactly one solution, but this has several:"
            + " correct or remove the line");
  }

  @Test
  void names_a_line_without_a_solution() throws IOException {
    Path file = file("11" + ".".repeat(79));
    assertFails(
        file,
        file
            + ":1: a puzzle must have exactly one solution, but this has none:"
            + " correct or remove the line");
  }

  @Test
  void refuses_a_list_without_puzzles() throws IOException {
    Path file = file("# nothing");
    assertFails(
        file, "The list " + file + " has no puzzles: add lines of 81 digits, 0 or . for a blank");
  }

  @Test
  void refuses_to_read_no_puzzles() throws IOException {
    Path file = file("." + SOLVED.substring(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SudokuList.read(file, Split.VAULT, 0))
        .withMessage("most must be at least 1, but is 0");
  }

  private static void assertFails(Path file, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SudokuList.read(file, Split.VAULT, 10))
        .withMessage(message);
  }

  private static int size(Path file, int most) {
    return SudokuList.read(file, Split.VAULT, most).tasks(Split.VAULT, 1).size();
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("list.txt"), List.of(lines));
  }
}
