package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GcdTest {

  @Test
  void finds_the_greatest_common_divisor() {
    assertEquals("12", PuzzleAgent.solve("gcd\ngcd 48 36 60"));
    assertEquals("1", PuzzleAgent.solve("gcd\ngcd 35 64"));
    assertEquals("7", PuzzleAgent.solve("gcd\ngcd 0 7"));
  }

  @Test
  void finds_the_least_common_multiple() {
    assertEquals("60", PuzzleAgent.solve("gcd\nlcm 12 15"));
    assertEquals("420", PuzzleAgent.solve("gcd\nlcm 10 12 42"));
  }

  @Test
  void the_least_common_multiple_with_zero_is_zero() {
    assertEquals("0", PuzzleAgent.solve("gcd\nlcm 5 0"));
  }
}
