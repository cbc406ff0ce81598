package dev.ratchet.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.measure.GateBench.Noise;
import dev.ratchet.measure.SimulatedGate.Candidate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small editions of what {@link GateBench} prints; seeds are fixed, so nothing here is chance. */
class GateSimulationTest {
  private static final DuetGate TIME = DuetGate.of(GatePlan.standard().withTimeFirst());

  private static long runsWithAccepts(DuetGate gate, Candidate candidate, int runs, int each) {
    return LongStream.range(0, runs)
        .parallel()
        .filter(run -> GateBench.run(gate, candidate, run, each)[0] > 0)
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void of_100_runs_of_200_candidates_without_effect_at_most_5_accept_any(Noise noise) {
    assertThat(runsWithAccepts(TIME, GateBench.timed(0, noise), 100, 200)).isLessThanOrEqualTo(5);
  }

  @Test
  void a_gain_of_5_percent_shows_through_a_noise_of_2() {
    assertThat(runsWithAccepts(TIME, GateBench.timed(0.05, Noise.WIDE), 300, 1))
        .isGreaterThanOrEqualTo(285);
  }

  @Test
  void steps_that_go_up_and_down_by_chance_are_not_accepted() {
    DuetGate steps = DuetGate.standard();
    Candidate chance = GateBench.stepping(0, 0.3, Noise.STABLE);
    assertThat(runsWithAccepts(steps, chance, 20, 50)).isLessThanOrEqualTo(1);
    assertThat(runsWithAccepts(steps, GateBench.stepping(0.05, 0.05, Noise.STABLE), 50, 1))
        .isGreaterThanOrEqualTo(48);
  }

  @Test
  void steps_that_fall_while_time_rises_are_not_accepted() {
    assertThat(runsWithAccepts(DuetGate.standard(), GateBench.pretending(Noise.STABLE), 50, 5))
        .isZero();
  }

  @Test
  void repairs_that_lose_as_much_as_they_win_are_not_accepted() {
    DuetGate gate = DuetGate.standard();
    assertThat(runsWithAccepts(gate, GateBench.repairing(0.01, 0.01), 20, 10)).isZero();
    assertThat(runsWithAccepts(gate, GateBench.repairing(0.05, 0), 50, 1)).isEqualTo(50);
  }

  @Test
  void a_loss_of_score_is_not_bought_with_time() {
    DuetGate chance = DuetGate.of(GatePlan.standard().withTimeFirst().withChance(0.02));
    assertThat(runsWithAccepts(chance, GateBench.chancy(0.02), 20, 10)).isZero();
    assertThat(runsWithAccepts(chance, GateBench.chancy(0), 40, 1)).isGreaterThanOrEqualTo(20);
  }
}
