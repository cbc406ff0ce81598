package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitsTest {
  private static final String SOLVED =
      "123456789456789123789123456214365897365897214897214365531642978642978531978531642";

  @TempDir Path folder;

  private static String puzzle(int number) {
    StringBuilder cells = new StringBuilder(SOLVED);
    new Random(number).ints(45, 0, 81).forEach(cell -> cells.setCharAt(cell, '.'));
    return cells.toString();
  }

  private static String transposed(String puzzle) {
    return cells(puzzle, cell -> cell % 9 * 9 + cell / 9);
  }

  private static String bandsSwapped(String puzzle) {
    return cells(puzzle, cell -> (cell + 27) % 81);
  }

  private static String rowsSwapped(String puzzle) {
    return cells(puzzle, cell -> cell < 18 ? (cell + 9) % 18 : cell);
  }

  private static String columnsSwapped(String puzzle) {
    return transposed(rowsSwapped(transposed(puzzle)));
  }

  private static String cells(String puzzle, java.util.function.IntUnaryOperator from) {
    StringBuilder cells = new StringBuilder();
    IntStream.range(0, 81).forEach(cell -> cells.append(puzzle.charAt(from.applyAsInt(cell))));
    return cells.toString();
  }

  private static String relabelled(String puzzle, long seed) {
    List<Integer> digits = new ArrayList<>(IntStream.rangeClosed(1, 9).boxed().toList());
    Collections.shuffle(digits, new Random(seed));
    StringBuilder cells = new StringBuilder();
    puzzle.chars().forEach(c -> cells.append(c == '.' ? "." : "" + digits.get(c - '1')));
    return cells.toString();
  }

  private static Stream<String> clones(String puzzle) {
    return Stream.of(
        relabelled(puzzle, 7),
        transposed(puzzle),
        bandsSwapped(puzzle),
        rowsSwapped(puzzle),
        columnsSwapped(puzzle),
        relabelled(transposed(bandsSwapped(rowsSwapped(columnsSwapped(puzzle)))), 8));
  }

  private static Task sudoku(String cells) {
    return Task.exact(cells, "sudoku", "sudoku\n" + cells, "?");
  }

  @Test
  void clones_of_a_sudoku_fall_into_the_same_split() {
    for (int number = 0; number < 50; number++) {
      Split split = Splits.of(sudoku(puzzle(number)), Canonical.standard());
      assertThat(clones(puzzle(number)))
          .allSatisfy(
              clone -> assertThat(Splits.of(sudoku(clone), Canonical.standard())).isEqualTo(split));
    }
  }

  @Test
  void different_sudokus_fall_into_all_splits() {
    assertThat(
            IntStream.range(0, 50)
                .mapToObj(i -> Splits.of(sudoku(puzzle(i)), Canonical.standard())))
        .contains(Split.values());
  }

  @Test
  void renamed_formulas_fall_into_the_same_split() {
    Task one = Task.exact("1", "sat", "sat\np cnf 3 2\n1 2 0\n-1 -3 0", "");
    Task other = Task.exact("2", "sat", "sat\nc hi\np cnf 3 2\n-2 1 0\n3 2 0", "");

    assertThat(Canonical.standard().of(one)).isEqualTo(Canonical.standard().of(other));
  }

  @Test
  void what_is_no_puzzle_is_told_by_its_text() {
    assertThat(Canonical.standard().of(Task.exact("1", "sudoku", "sudoku\n 12", "")))
        .isEqualTo("sudoku 12");
    assertThat(Canonical.standard().of(Task.exact("1", "sat", "sat\nhello", "")))
        .isEqualTo("sat hello");
  }

  @Test
  void clones_are_dealt_together_whatever_their_order() {
    List<Task> tasks = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      tasks.add(sudoku(puzzle(number)));
      clones(puzzle(number)).forEach(clone -> tasks.add(sudoku(clone)));
    }
    Map<Split, List<Task>> dealt = Splits.dealt(tasks, Canonical.standard());
    Collections.shuffle(tasks, new Random(1));
    Map<Split, List<Task>> again = Splits.dealt(tasks, Canonical.standard());

    assertThat(dealt).containsOnlyKeys(Split.TUNING, Split.VALIDATION, Split.HELD_OUT);
    dealt.forEach(
        (split, some) -> {
          assertThat(some.size() % 7).isZero();
          assertThat(again.get(split)).containsExactlyInAnyOrderElementsOf(some);
        });
  }

  @Test
  void a_suite_of_ones_own_says_what_a_clone_is() {
    Canonical sum = task -> String.join(" ", Stream.of(task.input().split(" ")).sorted().toList());

    assertThat(Splits.of(Task.exact("1", "sum", "3 4 5", ""), sum))
        .isEqualTo(Splits.of(Task.exact("2", "sum", "5 3 4", ""), sum));
  }

  @Test
  void a_file_keeps_clones_in_one_split() throws IOException {
    BenchmarkSuite suite =
        FileSuite.read(
            file(
                line("a", puzzle(1), "\"split\":\"vault\","),
                line("b", transposed(puzzle(1)), ""),
                line("c", puzzle(2), ""),
                line("d", relabelled(puzzle(2), 3), "")));

    assertThat(suite.tasks(Split.VAULT, 1)).extracting(Task::id).containsExactly("a", "b");
    assertThat(Stream.of(Split.values()).map(split -> suite.tasks(split, 1).size()))
        .containsExactlyInAnyOrder(2, 2, 0, 0);
    assertThat(suite.about().hash()).hasSize(64);
  }

  @Test
  void clones_that_name_two_splits_are_refused() throws IOException {
    Path file =
        file(
            line("a", puzzle(1), "\"split\":\"vault\","),
            line("b", transposed(puzzle(1)), "\"split\":\"tuning\","));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileSuite.read(file))
        .withMessage(
            file
                + ":2: the task is a clone of the one at line 1, which is in another split, so its"
                + " answer would leak: put both into one");
  }

  @Test
  void a_list_of_sudokus_is_dealt() throws IOException {
    Path list = folder.resolve("list.txt");
    Files.write(
        list,
        List.of(
            "." + SOLVED.substring(1), ".." + SOLVED.substring(2), "..." + SOLVED.substring(3)));

    BenchmarkSuite suite = SudokuList.readDealt(list, 10);

    assertThat(Stream.of(Split.values()).map(split -> suite.tasks(split, 1).size()))
        .containsExactly(1, 1, 1, 0);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("suite.jsonl"), List.of(lines));
  }

  private static String line(String id, String cells, String more) {
    return "{\"id\":\"%s\",\"family\":\"sudoku\",%s\"input\":\"%s\",\"answer\":\"?\"}"
        .formatted(id, more, cells);
  }
}
