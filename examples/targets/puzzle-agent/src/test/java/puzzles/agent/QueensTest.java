package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QueensTest {

  @Test
  void counts_the_placements_on_an_empty_board() {
    assertEquals("2", PuzzleAgent.solve("queens\n4"));
    assertEquals("10", PuzzleAgent.solve("queens\n5"));
    assertEquals("4", PuzzleAgent.solve("queens\n6"));
  }

  @Test
  void a_blocked_square_takes_its_placements_away() {
    assertEquals("1", PuzzleAgent.solve("queens\n4\n0 1"));
    assertEquals("0", PuzzleAgent.solve("queens\n4\n0 1\n0 2"));
  }

  @Test
  void a_blocked_square_that_no_placement_uses_changes_nothing() {
    assertEquals("2", PuzzleAgent.solve("queens\n4\n0 0\n1 1"));
  }
}
