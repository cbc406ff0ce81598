package dev.ratchet.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.spi.Claim;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Evidence;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DuetGateTest {
  private final DuetGate gate = DuetGate.standard();

  private static TaskResult result(int task, boolean solved, double steps) {
    return result(task, solved, Map.of(Metric.STEPS, steps, Metric.OUTSIDE_CALLS, 100.0));
  }

  private static TaskResult result(int task, boolean solved, Map<Metric, Double> values) {
    Score score = solved ? Score.right() : Score.wrong("no");
    return new TaskResult("t" + task, "f" + task % 2, Status.ANSWERED, "", score, values);
  }

  private static Measurement measurement(int tasks, IntFunction<TaskResult> result) {
    return new Measurement(IntStream.range(0, tasks).mapToObj(result).toList());
  }

  private static Comparison validation(Measurement old, Measurement now) {
    return Comparison.of(Split.VALIDATION, old, now);
  }

  private static Comparison heldOut(Measurement old, Measurement now, int entry) {
    return Comparison.of(Split.HELD_OUT, old, now).entering(new Entry(entry, 0));
  }

  private static List<Duet> forks(int count, double cpu) {
    return forks(count, cpu, cpu, cpu);
  }

  private static List<Duet> forks(int count, double cpu, double wall, double allocation) {
    Map<Metric, Double> ratios =
        Map.of(Metric.CPU_TIME, cpu, Metric.WALL_TIME, wall, Metric.ALLOCATION, allocation);
    return Collections.nCopies(count, new Duet(1, ratios));
  }

  private static Measurement all(int tasks, double steps) {
    return measurement(tasks, i -> result(i, true, steps));
  }

  private static void assertRefused(Verdict verdict, Verdict.Kind kind, String rule) {
    assertThat(verdict.kind()).isEqualTo(kind);
    assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(rule);
  }

  private void assertOpen(Comparison comparison, Evidence wanted) {
    assertRefused(gate.decide(comparison), Verdict.Kind.INCONCLUSIVE, "gate.evidence");
    assertThat(gate.wanted(comparison)).isEqualTo(wanted);
  }

  @Nested
  class accuracy {
    @Test
    void one_lost_task_refuses_whatever_was_gained() {
      Measurement now = measurement(40, i -> result(i, i != 7, 1));
      assertRefused(
          gate.decide(validation(all(40, 1_000), now)), Verdict.Kind.REJECTED, "gain.no-task-lost");
    }

    @Test
    void a_task_that_only_the_anchor_solves_must_not_stay_lost() {
      Measurement old = measurement(40, i -> result(i, i != 7, 1_000));
      Measurement now = measurement(40, i -> result(i, i != 7, 900));
      assertThat(gate.decide(validation(old, now)).isAccepted()).isTrue();
      assertRefused(
          gate.decide(validation(old, now).against(all(40, 1_000))),
          Verdict.Kind.REJECTED,
          "gain.no-task-lost");
    }

    @Test
    void of_a_part_only_a_lost_task_is_final() {
      Comparison slower = validation(all(9, 100), all(9, 900)).withUnseen(31);
      Comparison lost =
          validation(all(9, 100), measurement(9, i -> result(i, i != 7, 1))).withUnseen(31);
      assertThat(gate.refuses(slower)).isFalse();
      assertThat(gate.refuses(lost)).isTrue();
      assertRefused(gate.decide(lost), Verdict.Kind.REJECTED, "gain.no-task-lost");
    }

    @Test
    void what_more_evidence_could_mend_is_not_refused_yet() {
      assertThat(gate.refuses(validation(all(9, 100), all(9, 900)))).isTrue();
      assertThat(gate.refuses(validation(all(4, 1_000), all(4, 900)))).isFalse();
      assertThat(gate.refuses(heldOut(all(40, 1_000), all(40, 500), 1))).isFalse();
    }

    @Test
    void no_task_at_all_decides_nothing() {
      assertRefused(
          gate.decide(validation(all(0, 1), all(0, 1))), Verdict.Kind.INCONCLUSIVE, "gain.tasks");
    }
  }

  @Nested
  class steps {
    @Test
    void win_on_validation_with_5_tasks_that_take_fewer() {
      assertOpen(validation(all(4, 1_000), all(4, 900)), Evidence.TASKS);
      assertThat(gate.decide(validation(all(5, 1_000), all(5, 900))).isAccepted()).isTrue();
    }

    @Test
    void tasks_that_the_edit_does_not_touch_say_nothing() {
      Measurement now = measurement(50, i -> result(i, true, i < 5 ? 900 : 1_000));
      assertThat(gate.decide(validation(all(50, 1_000), now)).isAccepted()).isTrue();
    }

    @Test
    void on_held_out_tasks_13_are_not_enough_without_forks() {
      Comparison steps = heldOut(all(13, 1_000), all(13, 900), 1);
      assertOpen(steps, Evidence.FORKS);
      assertOpen(steps.withDuets(forks(12, -0.1)), Evidence.FORKS);
      assertThat(gate.decide(steps.withDuets(forks(13, -0.1))).isAccepted()).isTrue();
    }

    @Test
    void cpu_time_that_is_lost_refuses_them() {
      Comparison steps = heldOut(all(13, 1_000), all(13, 900), 1);
      assertRefused(
          gate.decide(steps.withDuets(forks(6, 0.05))), Verdict.Kind.REJECTED, "gate.not-shown");
    }

    @Test
    void a_weaker_level_for_cpu_time_is_labelled() {
      DuetGate quick = DuetGate.of(GatePlan.standard().withCpuBound(10));
      Comparison steps = heldOut(all(13, 1_000), all(13, 900), 1).withDuets(forks(6, 0));
      Verdict verdict = quick.decide(steps);
      assertThat(verdict.isAccepted()).isTrue();
      assertThat(verdict.findings())
          .extracting(Finding::message)
          .anySatisfy(m -> assertThat(m).contains("a weaker level"));
    }

    @Test
    void a_family_that_pays_refuses() {
      Measurement now = measurement(40, i -> result(i, true, i % 2 == 0 ? 800 : 1_100));
      assertRefused(
          gate.decide(validation(all(40, 1_000), now)),
          Verdict.Kind.REJECTED,
          "gain.no-family-pays");
    }

    @Test
    void work_that_may_have_moved_outside_has_to_show_in_cpu_time() {
      Measurement now =
          measurement(
              40, i -> result(i, true, Map.of(Metric.STEPS, 500.0, Metric.OUTSIDE_CALLS, 200.0)));
      Comparison comparison = validation(all(40, 1_000), now);
      assertOpen(comparison, Evidence.FORKS);
      assertThat(gate.decide(comparison.withDuets(forks(5, -0.1))).isAccepted()).isTrue();
      assertRefused(
          gate.decide(comparison.withDuets(forks(6, 0))), Verdict.Kind.REJECTED, "gate.not-shown");
    }

    @Test
    void an_edit_that_changes_nothing_gains_nothing() {
      assertRefused(
          gate.decide(validation(all(40, 1_000), all(40, 1_000))),
          Verdict.Kind.REJECTED,
          "gain.steps-fall");
    }

    @Test
    void a_gain_below_the_minimum_is_refused() {
      DuetGate demanding = DuetGate.of(GatePlan.standard().withMinimumGain(0.05));
      assertRefused(
          demanding.decide(validation(all(40, 1_000), all(40, 970))),
          Verdict.Kind.REJECTED,
          "gain.steps-fall");
    }
  }

  @Nested
  class repairs {
    private Comparison repairing(int repaired, double steps) {
      Measurement old = measurement(100, i -> result(i, i >= repaired, 1_000));
      Measurement now = measurement(100, i -> result(i, true, steps));
      return heldOut(old, now, 1).claiming(Claim.ACCURACY);
    }

    @Test
    void take_13_tasks_at_the_level_of_the_run() {
      assertOpen(repairing(12, 1_000), Evidence.TASKS);
      assertThat(gate.decide(repairing(13, 1_000)).isAccepted()).isTrue();
    }

    @Test
    void of_rare_faults_may_have_a_weaker_level_that_is_labelled() {
      DuetGate weaker = DuetGate.of(GatePlan.standard().withRepairBound(10));
      assertThat(weaker.decide(repairing(5, 1_000)).findings())
          .extracting(Finding::message)
          .anySatisfy(m -> assertThat(m).contains("a weaker level"));
    }

    @Test
    void may_cost_5_percent_elsewhere_and_no_more() {
      assertThat(gate.decide(repairing(20, 1_040)).isAccepted()).isTrue();
      assertRefused(gate.decide(repairing(20, 1_060)), Verdict.Kind.REJECTED, "gate.repair-cost");
    }

    @Test
    void that_repair_nothing_are_not_accepted_for_saving_work() {
      assertOpen(repairing(0, 500), Evidence.TASKS);
    }
  }

  @Nested
  class time {
    private final DuetGate gate = DuetGate.of(GatePlan.standard().withTimeFirst());

    private Comparison of(Split split, List<Duet> forks) {
      Comparison plain = Comparison.of(split, all(40, 1_000), all(40, 1_000));
      return (split == Split.HELD_OUT ? plain.entering(new Entry(1, 0)) : plain).withDuets(forks);
    }

    @Test
    void needs_5_forks_on_validation_and_13_on_held_out_tasks() {
      assertThat(gate.decide(of(Split.VALIDATION, forks(4, -0.1))).isAccepted()).isFalse();
      assertThat(gate.decide(of(Split.VALIDATION, forks(5, -0.1))).isAccepted()).isTrue();
      assertThat(gate.decide(of(Split.HELD_OUT, forks(12, -0.1))).isAccepted()).isFalse();
      assertThat(gate.decide(of(Split.HELD_OUT, forks(13, -0.1))).isAccepted()).isTrue();
    }

    @Test
    void is_enough_where_nobody_can_measure_memory() {
      Map<Metric, Double> ratios = Map.of(Metric.CPU_TIME, -0.1, Metric.WALL_TIME, -0.1);
      List<Duet> forks = Collections.nCopies(13, new Duet(1, ratios));

      assertThat(gate.decide(of(Split.HELD_OUT, forks)).isAccepted()).isTrue();
      assertRefused(
          gate.decide(
              of(
                  Split.HELD_OUT,
                  Collections.nCopies(13, new Duet(1, Map.of(Metric.CPU_TIME, -0.1))))),
          Verdict.Kind.INCONCLUSIVE,
          "gate.forks");
    }

    @Test
    void that_is_won_may_not_cost_wall_time_or_memory() {
      assertRefused(
          gate.decide(of(Split.HELD_OUT, forks(13, -0.1, 0.1, 0))),
          Verdict.Kind.REJECTED,
          "gate.not-shown");
      assertRefused(
          gate.decide(of(Split.HELD_OUT, forks(13, -0.1, 0, 0.1))),
          Verdict.Kind.REJECTED,
          "gate.not-shown");
    }

    @Test
    void asks_for_no_more_forks_when_they_can_not_decide_any_more() {
      List<Duet> mixed =
          IntStream.range(0, 30)
              .mapToObj(i -> forks(1, i % 2 == 0 ? -0.011 : 0.01).get(0))
              .toList();
      Comparison comparison = of(Split.VALIDATION, mixed);
      assertThat(gate.decide(comparison).kind()).isEqualTo(Verdict.Kind.INCONCLUSIVE);
      assertThat(gate.wanted(comparison)).isEqualTo(Evidence.NONE);
    }
  }

  @Nested
  class chance {
    private final DuetGate gate = DuetGate.of(GatePlan.standard().withTimeFirst().withChance(0.02));

    private Comparison of(int tasks, int lost, int won) {
      Measurement old = measurement(tasks, i -> result(i, i >= won, 1_000));
      Measurement now = measurement(tasks, i -> result(i, i < tasks - lost, 1_000));
      return heldOut(old, now, 1);
    }

    @Test
    void a_lost_task_is_made_up_for_by_many_that_are_not() {
      assertThat(gate.refuses(of(8, 1, 0).withUnseen(300))).isFalse();
      assertThat(gate.wanted(of(400, 1, 0))).isEqualTo(Evidence.TASKS);
      assertThat(gate.wanted(of(700, 1, 0))).isEqualTo(Evidence.FORKS);
      assertThat(gate.decide(of(700, 1, 0).withDuets(forks(13, -0.1))).isAccepted()).isTrue();
    }

    @Test
    void speed_does_not_make_up_for_a_loss() {
      assertRefused(
          gate.decide(of(300, 80, 0).withDuets(forks(40, -0.5))),
          Verdict.Kind.REJECTED,
          "gain.score-kept");
    }

    @Test
    void speed_must_be_shown_all_the_same() {
      assertRefused(
          gate.decide(of(700, 0, 0).withDuets(forks(6, 0.01))),
          Verdict.Kind.REJECTED,
          "gate.not-shown");
    }

    @Test
    void a_repair_must_show_that_the_score_rises() {
      Comparison same = of(700, 0, 0).claiming(Claim.ACCURACY).withDuets(forks(20, 0));
      assertThat(gate.decide(same).isAccepted()).isFalse();
      Comparison better = of(700, 2, 40).claiming(Claim.ACCURACY);
      assertThat(gate.wanted(better)).isEqualTo(Evidence.FORKS);
      assertThat(gate.decide(better.withDuets(forks(20, 0))).isAccepted()).isTrue();
    }

    @Test
    void ends_when_the_tasks_do() {
      Comparison late = of(3_000, 60, 20);
      assertThat(gate.decide(late).kind()).isNotEqualTo(Verdict.Kind.ACCEPTED);
      assertThat(gate.wanted(late)).isEqualTo(Evidence.NONE);
    }
  }

  @Nested
  class entries {
    @Test
    void are_used_up_after_64() {
      Comparison late = heldOut(all(40, 1_000), all(40, 900), 65).withDuets(forks(80, -0.1));
      assertRefused(gate.decide(late), Verdict.Kind.INCONCLUSIVE, "gate.entries");
      assertThat(gate.wanted(late)).isEqualTo(Evidence.NONE);
    }
  }
}
