package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.journal.Journal;
import dev.ratchet.measure.Estimate;
import dev.ratchet.measure.GainEstimate;
import dev.ratchet.measure.GatePlan;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Evidence;
import dev.ratchet.testkit.FakeEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstimateTest extends LoopFixture {
  private static final Estimate ESTIMATE = Estimate.of(GatePlan.standard().withEstimationForks(6));

  /** Gives forks to whoever wants them; the candidate takes four fifths of the time. */
  private static final Evaluator WITH_FORKS =
      trial -> {
        Comparison counted = FakeEvaluator.steps(LoopFixture::number).compare(trial);
        List<Duet> duets = new ArrayList<>();
        while (trial.wanted().apply(counted.withDuets(duets)) == Evidence.APART) {
          duets.add(new Duet(duets.size(), Map.of(Metric.CPU_TIME, Math.log(0.8))));
        }
        return counted.withDuets(duets);
      };

  @Test
  void measures_each_kept_edit_anew_and_no_other() {
    Journal journal = Journal.inMemory();
    script.thenWrites("agent.txt", "9").thenWrites("agent.txt", "12").thenWrites("agent.txt", "8");

    RunResult result =
        loop(script, WITH_FORKS, 3).withEstimate(ESTIMATE).withJournal(journal).build().run();

    assertThat(result.kept()).hasSize(2);
    assertThat(result.gains()).extracting(GainEstimate::round).containsExactly(1, 3);
    assertThat(result.gains().get(0))
        .hasToString(
            "Round 1: unbiased, CPU time -20.0 % (-20.0 to -20.0 %), 6 forks of each version"
                + " alone");
    assertThat(journal.lines()).filteredOn(line -> line.contains("unbiased")).hasSize(2);
  }

  @Test
  void what_can_not_be_measured_changes_nothing() {
    Evaluator once =
        trial -> {
          if (trial.wanted().apply(evaluator.compare(trial)) == Evidence.APART) {
            throw new IllegalStateException("no forks here");
          }
          return evaluator.compare(trial);
        };
    script.thenWrites("agent.txt", "9");

    RunResult result = loop(script, once, 1).withEstimate(ESTIMATE).build().run();

    assertThat(number(result.tree())).isEqualTo(9);
    assertThat(result.gains().get(0).toString()).contains("no unbiased gain").contains("no forks");
  }
}
