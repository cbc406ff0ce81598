package dev.ratchet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.spi.Claim;
import dev.ratchet.spi.Comparison;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrictGainTest {
  private final StrictGain rule = StrictGain.standard();

  private static TaskResult solved(String task, double steps) {
    return solved(task, steps, 0, 0);
  }

  private static TaskResult solved(String task, double steps, double calls, double nanos) {
    return new TaskResult(
        task,
        task.substring(0, 1),
        Status.ANSWERED,
        "",
        Score.right(),
        Map.of(Metric.STEPS, steps, Metric.OUTSIDE_CALLS, calls, Metric.CPU_TIME, nanos));
  }

  private static TaskResult unsolved(String task, double steps) {
    return new TaskResult(
        task,
        task.substring(0, 1),
        Status.ANSWERED,
        "",
        Score.wrong("no"),
        Map.of(Metric.STEPS, steps));
  }

  private Verdict decide(List<TaskResult> baseline, List<TaskResult> candidate) {
    return rule.decide(
        Comparison.of(Split.VALIDATION, new Measurement(baseline), new Measurement(candidate)));
  }

  private static void assertRejected(Verdict verdict, String rule) {
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
    assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(rule);
  }

  @Test
  void accepts_fewer_steps_for_the_same_answers_and_says_how_much() {
    Verdict verdict =
        decide(
            List.of(solved("a1", 100), solved("a2", 100)),
            List.of(solved("a1", 100), solved("a2", 75)));

    assertThat(verdict.isAccepted()).isTrue();
    assertThat(verdict.findings()).singleElement().asString().contains("steps fell by 12.50 %");
  }

  @Test
  void of_a_part_only_a_lost_task_is_final() {
    Measurement before = new Measurement(List.of(solved("a1", 100)));
    Measurement slower = new Measurement(List.of(solved("a1", 900)));
    Measurement wrong = new Measurement(List.of(unsolved("a1", 1)));

    assertThat(rule.refuses(Comparison.of(Split.TUNING, before, slower))).isTrue();
    assertThat(rule.refuses(Comparison.of(Split.TUNING, before, slower).withUnseen(1))).isFalse();
    assertThat(rule.refuses(Comparison.of(Split.TUNING, before, wrong).withUnseen(1))).isTrue();
  }

  @Test
  void refuses_the_same_number_of_steps() {
    assertRejected(
        decide(List.of(solved("a1", 100)), List.of(solved("a1", 100))), "gain.steps-fall");
  }

  @Test
  void refuses_a_lost_task_however_much_is_saved_or_solved_elsewhere() {
    Verdict verdict =
        decide(
            List.of(solved("a1", 100), unsolved("a2", 100), unsolved("a3", 100)),
            List.of(unsolved("a1", 1), solved("a2", 1), solved("a3", 1)));

    assertRejected(verdict, "gain.no-task-lost");
    assertThat(verdict.findings().get(0).message()).contains("1 of 1").doesNotContain("a1");
  }

  @Test
  void holds_a_proposal_to_its_claim_of_accuracy() {
    Comparison cheaper =
        Comparison.of(
            Split.VALIDATION,
            new Measurement(List.of(solved("a1", 100))),
            new Measurement(List.of(solved("a1", 50))));

    assertThat(rule.decide(cheaper).isAccepted()).isTrue();
    assertRejected(rule.decide(cheaper.claiming(Claim.ACCURACY)), "gain.as-claimed");
  }

  @Test
  void a_minimum_gain_counts_on_the_tasks_that_changed() {
    Comparison comparison =
        Comparison.of(
            Split.VALIDATION,
            new Measurement(List.of(solved("a1", 1_000_000), solved("b1", 100))),
            new Measurement(List.of(solved("a1", 1_000_000), solved("b1", 90))));

    assertThat(rule.withMinimumGain(0.05).decide(comparison).isAccepted()).isTrue();
    assertThat(rule.withMinimumGain(0.2).decide(comparison).isAccepted()).isFalse();
  }

  @Test
  void accepts_a_repair_that_costs_a_little() {
    Verdict verdict =
        decide(
            List.of(solved("a1", 100), unsolved("a2", 100)),
            List.of(solved("a1", 104), solved("a2", 500)));

    assertThat(verdict.isAccepted()).isTrue();
    assertThat(verdict.findings().get(0).message()).contains("1 more task solved");
  }

  @Test
  void refuses_a_repair_that_costs_much() {
    assertRejected(
        decide(
            List.of(solved("a1", 100), unsolved("a2", 100)),
            List.of(solved("a1", 106), solved("a2", 100))),
        "gain.no-family-pays");
  }

  @Test
  void refuses_a_gain_that_another_family_pays_for() {
    assertRejected(
        decide(
            List.of(solved("a1", 1000), solved("b1", 100)),
            List.of(solved("a1", 500), solved("b1", 110))),
        "gain.no-family-pays");
  }

  @Test
  void refuses_work_that_moved_into_a_library() {
    assertRejected(
        decide(List.of(solved("a1", 1000, 100, 1000)), List.of(solved("a1", 500, 200, 1200))),
        "gain.not-moved");
  }

  @Test
  void does_not_look_at_time_where_it_is_told_not_to() {
    Comparison comparison =
        Comparison.of(
            Split.TUNING,
            new Measurement(List.of(solved("a1", 1000, 100, 1000))),
            new Measurement(List.of(solved("a1", 500, 200, 1200))));

    assertThat(rule.withoutTime().decide(comparison).isAccepted()).isTrue();
  }

  @Test
  void accepts_more_library_calls_that_save_time() {
    assertThat(
            decide(List.of(solved("a1", 1000, 100, 1000)), List.of(solved("a1", 500, 200, 600)))
                .isAccepted())
        .isTrue();
  }

  @Test
  void steps_of_tasks_that_only_one_side_solves_do_not_count() {
    assertRejected(
        decide(
            List.of(solved("a1", 100), unsolved("a2", 900)),
            List.of(solved("a1", 100), unsolved("a2", 1))),
        "gain.steps-fall");
  }

  @Test
  void asks_for_a_minimum_gain_where_one_is_set() {
    Comparison comparison =
        Comparison.of(
            Split.VALIDATION,
            new Measurement(List.of(solved("a1", 1000))),
            new Measurement(List.of(solved("a1", 995))));

    assertThat(rule.decide(comparison).isAccepted()).isTrue();
    assertThat(rule.withMinimumGain(0.01).decide(comparison).isAccepted()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.withMinimumGain(1))
        .withMessageContaining("1.0");
  }

  @Test
  void without_tasks_or_steps_nothing_is_shown() {
    assertThat(decide(List.of(), List.of()).kind()).isEqualTo(Verdict.Kind.INCONCLUSIVE);
    TaskResult bare = new TaskResult("a", "a", Status.ANSWERED, "", Score.right(), Map.of());

    assertRejected(decide(List.of(bare), List.of(bare)), "gain.measured");
  }
}
