package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogicGridTest {

  private static final String HEAD = "grid\n3\npet: cat dog owl\ndrink: tea milk water\n";

  @Test
  void places_the_values_by_order_clues() {
    String clues = "left cat dog\nbefore dog owl\nsame tea owl\ndiffer milk cat";
    assertEquals("cat water\ndog milk\nowl tea", PuzzleAgent.solve(HEAD + clues));
  }

  @Test
  void places_the_values_by_numbers() {
    String clues = "at owl 1\nat tea 2\nsame cat tea\nsame milk dog";
    assertEquals("owl water\ncat tea\ndog milk", PuzzleAgent.solve(HEAD + clues));
  }

  @Test
  void neighbours_stand_side_by_side() {
    String clues = "next cat dog\nat cat 3\nsame owl tea\nbefore milk water";
    assertEquals("owl tea\ndog milk\ncat water", PuzzleAgent.solve(HEAD + clues));
  }
}
