package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShapeTest {
  private static final String PUZZLE =
      "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......";

  @Test
  void ignores_the_order_of_nodes_and_edges() {
    Shape one = new Shape();
    int a = one.node("a");
    int b = one.node("b");
    int c = one.node("b");
    one.edge(a, b, "x");
    one.edge(b, c, "y");
    Shape other = new Shape();
    int c2 = other.node("b");
    int b2 = other.node("b");
    int a2 = other.node("a");
    other.edge(b2, c2, "y");
    other.edge(a2, b2, "x");

    assertThat(other.hash()).isEqualTo(one.hash());
  }

  @Test
  void sees_labels_directions_and_nodes() {
    assertThat(
            List.of(
                pair("a", "b", "x", true),
                pair("a", "b", "y", true),
                pair("a", "b", "x", false),
                pair("a", "c", "x", true),
                pair("a", "a", "x", true),
                new Shape().hash()))
        .doesNotHaveDuplicates();
  }

  @Property(tries = 100)
  void a_sudoku_keeps_its_form_when_relabelled_transposed_and_rearranged(@ForAll long seed) {
    int[] cells = cells(PUZZLE);
    Dice dice = new Dice(new SplittableRandom(seed));
    int[] digits = dice.permutation(9);
    int[] rows = lines(dice);
    int[] columns = lines(dice);
    boolean isTransposed = dice.oneIn(2);
    int[] moved = new int[81];
    for (int cell = 0; cell < 81; cell++) {
      int from = rows[cell / 9] * 9 + columns[cell % 9];
      int to = isTransposed ? cell % 9 * 9 + cell / 9 : cell;
      moved[to] = cells[from] == 0 ? 0 : digits[cells[from] - 1] + 1;
    }

    assertThat(SudokuFamily.canonical(moved)).isEqualTo(SudokuFamily.canonical(cells));
  }

  @Test
  void a_sudoku_changes_its_form_with_any_given() {
    int[] cells = cells(PUZZLE);
    List<String> forms = new ArrayList<>(List.of(SudokuFamily.canonical(cells)));
    for (int cell = 0; cell < 81; cell++) {
      if (cells[cell] != 0) {
        int[] without = cells.clone();
        without[cell] = 0;
        forms.add(SudokuFamily.canonical(without));
      }
    }

    assertThat(forms).hasSize(18).doesNotHaveDuplicates();
  }

  @Test
  void a_row_moved_to_another_band_is_another_sudoku() {
    String moved =
        PUZZLE.substring(27, 36)
            + PUZZLE.substring(9, 27)
            + PUZZLE.substring(0, 9)
            + PUZZLE.substring(36);

    assertThat(SudokuFamily.canonical(cells(moved)))
        .isNotEqualTo(SudokuFamily.canonical(cells(PUZZLE)));
  }

  @Property(tries = 100)
  void a_formula_keeps_its_form_when_renamed_flipped_and_reordered(@ForAll long seed) {
    Dice dice = new Dice(new SplittableRandom(seed));
    int variables = dice.from(3, 8);
    List<List<Integer>> clauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int first = dice.from(1, variables - 2);
      clauses.add(List.of(first, -first - 1, dice.oneIn(2) ? first + 2 : -first - 2));
    }
    int[] names = dice.permutation(variables);
    int[] signs = IntStream.range(0, variables).map(i -> dice.oneIn(2) ? 1 : -1).toArray();
    List<List<Integer>> renamed = new ArrayList<>();
    for (List<Integer> clause : dice.shuffled(clauses)) {
      renamed.add(
          dice.shuffled(clause).stream()
              .map(l -> Integer.signum(l) * signs[Math.abs(l) - 1] * (names[Math.abs(l) - 1] + 1))
              .toList());
    }

    assertThat(new Cnf(variables, renamed).canonical())
        .isEqualTo(new Cnf(variables, clauses).canonical())
        .isNotEqualTo(new Cnf(variables, renamed.subList(1, 12)).canonical());
  }

  private static String pair(String from, String to, String edge, boolean isForward) {
    Shape shape = new Shape();
    int a = shape.node(from);
    int b = shape.node(to);
    shape.edge(isForward ? a : b, isForward ? b : a, edge);
    return shape.hash();
  }

  private static int[] cells(String puzzle) {
    return puzzle.chars().map(c -> c == '.' ? 0 : c - '0').toArray();
  }

  private static int[] lines(Dice dice) {
    int[] bands = dice.permutation(3);
    int[] within = dice.permutation(3);
    return IntStream.range(0, 9).map(i -> bands[i / 3] * 3 + within[i % 3]).toArray();
  }
}
