package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DigitsTest {

  @Test
  void adds_up_the_digits() {
    assertEquals("15", PuzzleAgent.solve("digits\nsum 12345"));
    assertEquals("0", PuzzleAgent.solve("digits\nsum 0"));
  }

  @Test
  void adds_up_until_one_digit_is_left() {
    assertEquals("2", PuzzleAgent.solve("digits\nroot 38"));
    assertEquals("9", PuzzleAgent.solve("digits\nroot 999999"));
    assertEquals("7", PuzzleAgent.solve("digits\nroot 7"));
  }

  @Test
  void counts_the_numbers_with_a_digit_sum() {
    assertEquals("10", PuzzleAgent.solve("digits\ncount 0 99 9"));
    assertEquals("1", PuzzleAgent.solve("digits\ncount 100 109 10"));
  }
}
