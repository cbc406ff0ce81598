package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SudokuTest {

  private static final String SOLVED =
      "123456789456789123789123456231564897564897231897231564312645978645978312978312645";

  @Test
  void fills_the_blank_cells() {
    String puzzle =
        "1.3456.89.5678912.789.2345623156489.564.972318972315643.2645978.459783129783126.5";
    assertEquals(SOLVED, PuzzleAgent.solve("sudoku\n" + puzzle));
  }

  @Test
  void leaves_a_full_board_alone() {
    assertEquals(SOLVED, PuzzleAgent.solve("sudoku\n" + SOLVED));
  }

  @Test
  void refuses_a_board_without_solution() {
    String twice = "2" + SOLVED.substring(1);
    assertThrows(IllegalArgumentException.class, () -> PuzzleAgent.solve("sudoku\n" + twice));
  }
}
