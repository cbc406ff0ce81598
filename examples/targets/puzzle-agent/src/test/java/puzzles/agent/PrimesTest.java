package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrimesTest {

  @Test
  void counts_the_primes_of_a_range() {
    assertEquals("25", PuzzleAgent.solve("primes\ncount 1 100"));
    assertEquals("1", PuzzleAgent.solve("primes\ncount 7 7"));
    assertEquals("0", PuzzleAgent.solve("primes\ncount 24 28"));
  }

  @Test
  void adds_up_the_primes_of_a_range() {
    assertEquals("17", PuzzleAgent.solve("primes\nsum 1 10"));
    assertEquals("1060", PuzzleAgent.solve("primes\nsum 2 100"));
  }

  @Test
  void finds_the_nth_prime() {
    assertEquals("2", PuzzleAgent.solve("primes\nnth 1"));
    assertEquals("541", PuzzleAgent.solve("primes\nnth 100"));
  }

  @Test
  void splits_a_number_into_primes() {
    assertEquals("2 2 2 3 3 5", PuzzleAgent.solve("primes\nfactor 360"));
    assertEquals("97", PuzzleAgent.solve("primes\nfactor 97"));
  }
}
