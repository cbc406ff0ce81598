package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SatTest {

  @Test
  void gives_every_variable_a_value() {
    String task = "sat\nc a comment\np cnf 3 4\n1 0\n-1 -2 0\n2 3 0\n-2 3 0";
    assertEquals("SAT 1 -2 3", PuzzleAgent.solve(task));
  }

  @Test
  void finds_a_contradiction() {
    assertEquals(
        "UNSAT", PuzzleAgent.solve("sat\np cnf 2 4\n1 2 0\n1 -2 0\n-1 2 0\n-1 -2 0"));
  }

  @Test
  void a_clause_may_go_on_in_the_next_line() {
    assertEquals("SAT -1 -2", PuzzleAgent.solve("sat\np cnf 2 3\n-1\n2 0 -2 0\n-1 -2 0"));
  }
}
