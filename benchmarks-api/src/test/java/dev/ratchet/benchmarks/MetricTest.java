package dev.ratchet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ratchet.benchmarks.Metric.Direction;
import dev.ratchet.benchmarks.Metric.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {
  private static final List<Metric> ALL =
      List.of(
          Metric.ACCURACY, Metric.STEPS, Metric.OUTSIDE_CALLS, Metric.CPU_TIME, Metric.WALL_TIME);

  @Test
  void only_times_are_noisy_and_only_accuracy_should_rise() {
    assertThat(ALL)
        .filteredOn(metric -> metric.kind() == Kind.NOISY)
        .containsExactly(Metric.CPU_TIME, Metric.WALL_TIME);
    assertThat(ALL)
        .filteredOn(metric -> metric.direction() == Direction.HIGHER)
        .containsExactly(Metric.ACCURACY);
  }

  @Test
  void no_two_metrics_share_a_name() {
    assertThat(ALL).extracting(Metric::name).doesNotHaveDuplicates();
  }

  @Test
  void refuses_null_and_names_the_parameter() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Metric("steps", null, Direction.LOWER, Kind.EXACT))
        .withMessage("unit");
  }
}
