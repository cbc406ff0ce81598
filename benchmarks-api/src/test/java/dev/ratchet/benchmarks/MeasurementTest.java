package dev.ratchet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.TaskResult.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private final TaskResult right = result("1", "sum", Status.ANSWERED, Score.right(), 10);
  private final TaskResult wrong = result("2", "sum", Status.ANSWERED, Score.wrong("no"), 20);
  private final TaskResult threw = result("3", "gcd", Status.THREW, Score.wrong("threw"), 5);
  private final Measurement measurement = new Measurement(List.of(right, wrong, threw));

  @Test
  void accuracy_is_the_mean_credit() {
    Measurement half =
        new Measurement(
            List.of(right, result("2", "sum", Status.ANSWERED, new Score(0.5, "half"), 1)));

    assertThat(half.accuracy()).isEqualTo(0.75);
    assertThat(half.solved()).isEqualTo(1);
  }

  @Test
  void a_result_that_is_no_answer_is_not_solved_whatever_its_score() {
    TaskResult odd = result("4", "gcd", Status.OUT_OF_STEPS, Score.right(), 1);

    assertThat(odd.isSolved()).isFalse();
    assertThat(right.isSolved()).isTrue();
    assertThat(wrong.isSolved()).isFalse();
  }

  @Test
  void families_keep_their_order_and_their_results() {
    assertThat(measurement.byFamily()).containsOnlyKeys("sum", "gcd");
    assertThat(measurement.byFamily().keySet()).containsExactly("sum", "gcd");
    assertThat(measurement.byFamily().get("sum").results()).containsExactly(right, wrong);
    assertThat(measurement.where(TaskResult::isSolved).results()).containsExactly(right);
  }

  @Test
  void refuses_a_task_that_occurs_twice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measurement(List.of(right, right)))
        .withMessageContaining("twice");
  }

  @Test
  void later_changes_of_its_sources_do_not_reach_it() {
    List<TaskResult> results = new ArrayList<>(List.of(right));
    Measurement copy = new Measurement(results);
    results.clear();
    Map<Metric, Double> values = new HashMap<>(Map.of(Metric.STEPS, 1.0));
    TaskResult result = new TaskResult("1", "sum", Status.ANSWERED, "3", Score.right(), values);
    values.clear();

    assertThat(copy.results()).containsExactly(right);
    assertThat(result.values()).containsEntry(Metric.STEPS, 1.0);
  }

  @Nested
  class Total {
    @Test
    void is_the_sum_over_all_tasks() {
      assertThat(measurement.total(Metric.STEPS)).hasValue(35);
    }

    @Test
    void is_missing_when_one_task_lacks_the_metric() {
      TaskResult without =
          new TaskResult("4", "sum", Status.ANSWERED, "3", Score.right(), Map.of());

      assertThat(new Measurement(List.of(right, without)).total(Metric.STEPS)).isEmpty();
      assertThat(measurement.total(Metric.CPU_TIME)).isEmpty();
    }

    @Test
    void is_missing_and_not_zero_when_there_are_no_tasks() {
      assertThat(new Measurement(List.of()).total(Metric.STEPS)).isEmpty();
      assertThat(new Measurement(List.of()).accuracy()).isZero();
    }
  }

  private static TaskResult result(
      String id, String family, Status status, Score score, double steps) {
    return new TaskResult(id, family, status, "answer", score, Map.of(Metric.STEPS, steps));
  }
}
