package dev.ratchet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.measure.CalibrationReport.Effect;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final SourceTree TREE = SourceTree.of(Map.of("agent.txt", "10"));
  private static final Measurement SOLVED =
      new Measurement(
          List.of(new TaskResult("t", "f", Status.ANSWERED, "", Score.right(), Map.of())));

  /** A machine whose forks differ as a function of chance says. */
  private static Evaluator machine(ToDoubleFunction<RandomGenerator> noise) {
    return trial -> {
      SplittableRandom random = new SplittableRandom(trial.seed());
      List<Duet> duets = new ArrayList<>();
      Comparison comparison = Comparison.of(trial.split(), SOLVED, SOLVED);
      while (trial.wanted().apply(comparison) == Evidence.FORKS) {
        double ratio = noise.applyAsDouble(random);
        duets.add(
            new Duet(
                random.nextLong(),
                Map.of(Metric.CPU_TIME, ratio, Metric.WALL_TIME, ratio, Metric.ALLOCATION, 0.0)));
        comparison = comparison.withDuets(duets);
      }
      return comparison;
    };
  }

  private static double accepted(CalibrationReport report, double gain) {
    return report.effects().stream()
        .filter(effect -> effect.gain() == gain)
        .mapToDouble(Effect::accepted)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_quiet_machine_can_show_small_gains() throws Exception {
    CalibrationReport report =
        Calibration.of(machine(r -> 0.005 * r.nextGaussian()), GatePlan.standard())
            .withNulls(20)
            .run(TREE, 1);

    assertThat(report.noise()).hasSize(40);
    assertThat(report.noiseDeviation()).isCloseTo(0.005, within(0.002));
    assertThat(report.nullsAccepted()).isZero();
    assertThat(report.falseAcceptBound()).isCloseTo(0.139, within(0.001));
    assertThat(report.runsWithFalseAccepts()).isLessThanOrEqualTo(4);
    assertThat(accepted(report, 0.05)).isGreaterThan(0.95);
    assertThat(accepted(report, 0)).isLessThan(0.01);
    assertThat(report.smallestGain().orElseThrow()).isLessThanOrEqualTo(0.03);
    assertThat(report.toString()).contains("The smallest gain that this can show");
  }

  @Test
  void a_wild_machine_can_not_and_says_so() throws Exception {
    CalibrationReport report =
        Calibration.of(machine(r -> 2.0 * r.nextGaussian()), GatePlan.standard()).run(TREE, 1);

    assertThat(report.smallestGain()).isEmpty();
    assertThat(accepted(report, 0.20)).isLessThan(0.5);
    assertThat(report.toString()).contains("too much noise");
  }

  @Test
  void an_evaluator_without_forks_can_not_be_calibrated() {
    Evaluator plain = trial -> Comparison.of(trial.split(), SOLVED, SOLVED);
    assertThatIllegalStateException()
        .isThrownBy(() -> Calibration.of(plain, GatePlan.standard()).run(TREE, 1))
        .withMessageContaining("runs no forks");
  }

  @Test
  void a_program_that_can_not_be_measured_says_why() {
    Evaluator lost = trial -> Comparison.missing(trial.split(), "The process ended");
    assertThatIllegalStateException()
        .isThrownBy(() -> Calibration.of(lost, GatePlan.standard()).run(TREE, 1))
        .withMessageContaining("The process ended");
  }

  @Test
  void bounds_are_those_of_clopper_and_pearson() {
    assertThat(CalibrationReport.upperBound(0, 60)).isCloseTo(0.0487, within(1e-4));
    assertThat(CalibrationReport.upperBound(0, 200)).isCloseTo(0.0149, within(1e-4));
    assertThat(CalibrationReport.upperBound(2, 1_000)).isCloseTo(0.00628, within(1e-4));
    assertThat(CalibrationReport.upperBound(5, 5)).isEqualTo(1);
  }

  @Test
  void refuses_too_few_forks() {
    Calibration calibration = Calibration.of(machine(r -> 0), GatePlan.standard());
    assertThatIllegalArgumentException().isThrownBy(() -> calibration.withForks(9));
    assertThatIllegalArgumentException().isThrownBy(() -> calibration.withNulls(-1));
  }
}
