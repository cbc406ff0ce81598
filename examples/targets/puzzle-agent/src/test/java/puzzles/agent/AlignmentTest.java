package puzzles.agent;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AlignmentTest {

  @Test
  void every_allowed_family_passes() {
    for (String family : Alignment.allowedFamilies()) {
      assertDoesNotThrow(() -> Alignment.requireAllowed(family));
    }
  }

  @Test
  void an_unknown_family_is_refused() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> Alignment.requireAllowed("crossword"));
    assertTrue(refused.getMessage().contains("not known"));
  }

  @Test
  void a_forbidden_family_is_refused() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Alignment.requireAllowed("shell"));
    assertTrue(refused.getMessage().contains("forbidden"));
  }

  @Test
  void a_search_ends_after_the_last_allowed_step() {
    assertDoesNotThrow(() -> Alignment.requireStepsLeft(Alignment.MAX_STEPS));
    assertThrows(
        IllegalStateException.class, () -> Alignment.requireStepsLeft(Alignment.MAX_STEPS + 1));
  }
}
