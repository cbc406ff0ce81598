package dev.ratchet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyProcessTest {
  private static Measurement scores(double... credits) {
    return new Measurement(
        IntStream.range(0, credits.length)
            .mapToObj(i -> result("t" + i, new Score(credits[i], "")))
            .toList());
  }

  private static TaskResult result(String id, Score score) {
    return new TaskResult(id, "f", Status.ANSWERED, "", score, Map.of());
  }

  private static AccuracyProcess ties(double margin, int count) {
    Measurement solved = scores(DoubleStream.generate(() -> 1).limit(count).toArray());
    return AccuracyProcess.of(margin).plus(solved, solved);
  }

  /** Where no answer changes, 461 tasks prove at 1280 that less than 2 percent are lost. */
  @ParameterizedTest
  @CsvSource({"1280, 461", "20, 225"})
  void as_many_tasks_as_theory_says_rule_out_a_loss_of_2_percent(double bound, int tasks) {
    assertThat(ties(0.02, tasks - 1).reaches(bound)).isFalse();
    assertThat(ties(0.02, tasks).reaches(bound)).isTrue();
  }

  /** Weighs every sequence of differences by its probability where exactly the margin is lost. */
  @ParameterizedTest
  @CsvSource({"0.02, 0.05", "0.1, 0.3", "0, 0.4"})
  void on_the_edge_of_the_null_its_mean_is_1(double margin, double discordant) {
    double lost = (discordant + margin) / 2;
    double won = (discordant - margin) / 2;

    assertThat(mean(AccuracyProcess.of(margin), lost, won, 7)).isCloseTo(1, within(1e-9));
  }

  private static double mean(AccuracyProcess soFar, double lost, double won, int more) {
    if (more == 0) {
      return soFar.value();
    }
    return lost * mean(soFar.plus(scores(1), scores(0)), lost, won, more - 1)
        + won * mean(soFar.plus(scores(0), scores(1)), lost, won, more - 1)
        + (1 - lost - won) * mean(soFar.plus(scores(1), scores(1)), lost, won, more - 1);
  }

  @Test
  void credit_in_part_counts_in_part() {
    AccuracyProcess none = AccuracyProcess.of(0.1);
    double half = none.plus(scores(1), scores(0.5)).value();

    assertThat(half).isBetween(none.plus(scores(1), scores(0)).value(), 1.0);
    assertThat(none.plus(scores(0.5), scores(1)).value()).isGreaterThan(1);
  }

  @Test
  void a_margin_of_0_proves_a_gain_only() {
    assertThat(ties(0, 1_000).value()).isCloseTo(1, within(1e-9));
    assertThat(AccuracyProcess.of(0).ifWon(14).reaches(1280)).isTrue();
  }

  @Test
  void tasks_of_one_side_only_are_a_mistake() {
    AccuracyProcess none = AccuracyProcess.of(0.1);
    Measurement nothing = new Measurement(List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.plus(scores(1), nothing))
        .withMessageContaining("1 tasks before, but 0 after");
    assertThatIllegalArgumentException().isThrownBy(() -> AccuracyProcess.of(1));
  }
}
