package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class KnightsTest {

  @Test
  void finds_the_kinds_from_what_is_said_about_others() {
    String task =
        "knights\nAda Ben Cy\nAda: Ben is a knave"
            + "\nBen: Ada and Cy are the same\nCy: Ada is a knight";
    assertEquals("knave knight knave", PuzzleAgent.solve(task));
  }

  @Test
  void counts_knights_and_knaves() {
    String task =
        "knights\nAda Ben Cy\nAda: exactly 2 knights\nBen: at least 1 knaves\nCy: Ada is a knave";
    assertEquals("knight knight knave", PuzzleAgent.solve(task));
  }

  @Test
  void an_implication_is_false_only_when_its_first_part_holds_alone() {
    String task =
        "knights\nAda Ben Cy\nAda: if Ada is a knight then Ben is a knight"
            + "\nBen: Ada and Cy differ\nCy: Ben is a knave";
    assertEquals("knight knight knave", PuzzleAgent.solve(task));
  }

  @Test
  void a_knight_may_say_several_things() {
    String task =
        "knights\nAda Ben Cy\nAda: Ben is a knight\nAda: Cy is a knave"
            + "\nBen: at least 1 knaves\nCy: Ada is a knave\nCy: Ben is a knave";
    assertEquals("knight knight knave", PuzzleAgent.solve(task));
  }

  @Test
  void refuses_what_nobody_can_say() {
    String task =
        "knights\nAda Ben Cy\nAda: Ada is a knave\nBen: Ben is a knight\nCy: Cy is a knight";
    assertThrows(IllegalArgumentException.class, () -> PuzzleAgent.solve(task));
  }
}
