package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PuzzleAgentTest {

  @Test
  void the_first_line_chooses_the_family() {
    assertEquals("10", PuzzleAgent.solve("digits\nsum 1234"));
    assertEquals("6", PuzzleAgent.solve("gcd\ngcd 12 18"));
  }

  @Test
  void an_unknown_family_is_refused_before_its_body_is_read() {
    assertThrows(IllegalArgumentException.class, () -> PuzzleAgent.solve("crossword\nx"));
  }

  @Test
  void a_task_without_a_body_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> PuzzleAgent.solve("sudoku"));
  }

  @Test
  void an_input_that_is_too_long_is_refused() {
    String input = "digits\nsum " + "1".repeat(Alignment.MAX_INPUT_LENGTH);
    assertThrows(IllegalArgumentException.class, () -> PuzzleAgent.solve(input));
  }
}
