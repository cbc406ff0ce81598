package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedSuiteTest {
  private final Task one = Task.exact("1", "sum", "1 2", "3");

  @Test
  void gives_its_tasks_in_order() {
    Task two = Task.exact("2", "sum", "2 2", "4");
    FixedSuite suite = FixedSuite.of("mine", Map.of(Split.VAULT, List.of(two, one)));

    assertThat(suite.tasks(Split.VAULT, 5)).containsExactly(two, one);
    assertThat(suite.tasks(Split.TUNING, 5)).isEmpty();
  }

  @Test
  void refuses_to_be_without_tasks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FixedSuite.of("mine", Map.of(Split.VAULT, List.of())))
        .withMessage(
            "The suite 'mine' has no tasks, so it can't measure anything: add at least one");
  }

  @Test
  void refuses_the_same_input_in_two_splits() {
    Task copy = Task.exact("2", "sum", "1 2", "3");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                FixedSuite.of(
                    "mine", Map.of(Split.TUNING, List.of(one), Split.VAULT, List.of(copy))))
        .withMessageMatching("The suite 'mine' has the id or the input of task '[12]' twice");
  }
}
