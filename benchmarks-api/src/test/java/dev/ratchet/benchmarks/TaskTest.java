package dev.ratchet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class TaskTest {
  @Test
  void an_exact_task_shows_and_checks_its_answer() {
    Task task = Task.exact("t1", "sum", "1 2", "3");

    assertThat(task.expected()).isEqualTo("3");
    assertThat(task.checker().check("3")).isEqualTo(Score.right());
    assertThat(task.checker().check("4").isRight()).isFalse();
  }

  @Test
  void refuses_null_and_names_the_parameter() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Task("t1", "sum", null, "3", Checker.exact("3")))
        .withMessage("input");
  }
}
