package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ModPowTest {

  @Test
  void raises_to_a_power() {
    assertEquals("24", PuzzleAgent.solve("modpow\n2 10 1000"));
    assertEquals("1", PuzzleAgent.solve("modpow\n3 10006 10007"));
  }

  @Test
  void everything_to_the_power_of_zero_is_one() {
    assertEquals("1", PuzzleAgent.solve("modpow\n5 0 7"));
    assertEquals("0", PuzzleAgent.solve("modpow\n5 0 1"));
  }
}
