package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PartitionsTest {

  @Test
  void counts_all_partitions() {
    assertEquals("1", PuzzleAgent.solve("partitions\ncount 0"));
    assertEquals("7", PuzzleAgent.solve("partitions\ncount 5"));
    assertEquals("627", PuzzleAgent.solve("partitions\ncount 20"));
  }

  @Test
  void counts_the_partitions_into_small_parts() {
    assertEquals("3", PuzzleAgent.solve("partitions\ncount 5 2"));
    assertEquals("7", PuzzleAgent.solve("partitions\ncount 5 9"));
  }
}
