package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LinearSystemTest {

  @Test
  void finds_whole_numbers() {
    assertEquals("1 2", PuzzleAgent.solve("linear\n2\n1 1 3\n2 -1 0"));
    assertEquals("1 -2 3", PuzzleAgent.solve("linear\n3\n1 1 1 2\n2 1 -1 -3\n1 -1 2 9"));
  }

  @Test
  void finds_reduced_fractions() {
    assertEquals("1/2 -3/4", PuzzleAgent.solve("linear\n2\n2 4 -2\n4 -4 5"));
  }

  @Test
  void refuses_a_system_without_a_single_solution() {
    assertThrows(
        IllegalArgumentException.class, () -> PuzzleAgent.solve("linear\n2\n1 2 3\n2 4 6"));
  }
}
