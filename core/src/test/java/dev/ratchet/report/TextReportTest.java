package dev.ratchet.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Stage;
import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static TaskResult result(String task, boolean solved, double steps) {
    return new TaskResult(
        task,
        task.substring(0, 1),
        Status.ANSWERED,
        "",
        solved ? Score.right() : Score.wrong("no"),
        Map.of(Metric.STEPS, steps, Metric.CPU_TIME, steps * 1000));
  }

  private static Attempt ended(String author, Stage stage, Outcome outcome, Finding... findings) {
    Proposal proposal = Proposal.of(ChangeSet.of(List.of()), "because\u001b[31m red");
    return Attempt.builder(1, author)
        .proposal(proposal)
        .findings(List.of(findings))
        .end(stage, outcome);
  }

  @Test
  void compares_families_over_the_tasks_that_both_solve() {
    Comparison comparison =
        Comparison.of(
            Split.HELD_OUT,
            new Measurement(
                List.of(result("a1", true, 2000), result("a2", false, 9), result("b1", true, 10))),
            new Measurement(
                List.of(
                    result("a1", true, 500), result("a2", true, 9000), result("b1", true, 10))));

    assertThat(
            TextReport.families(comparison).lines().map(line -> line.strip().replaceAll(" +", " ")))
        .containsExactly(
            "family tasks solved now steps now change CPU ms now",
            "a 2 1 2 2,000 500 -75.0 % 2.0 0.5",
            "b 1 1 1 10 10 +0.0 % 0.0 0.0",
            "all 3 2 3 2,010 510 -74.6 % 2.0 0.5");
  }

  @Test
  void counts_outcomes_by_stage() {
    String table =
        TextReport.outcomes(
            List.of(
                ended("x", Stage.RECHECK, Outcome.KEPT),
                ended("x", Stage.GUARD, Outcome.REJECTED),
                ended("x", Stage.GUARD, Outcome.REJECTED),
                ended("x", Stage.PROPOSE, Outcome.TIMED_OUT)));

    assertThat(table.lines().map(line -> line.strip().replaceAll(" +", " ")))
        .containsExactly(
            "outcome stage proposals", "kept recheck 1", "rejected guard 2", "timed out propose 1");
  }

  @Test
  void counts_refusals_by_rule_and_author() {
    String table =
        TextReport.guardRejections(
            List.of(
                ended("m", Stage.GUARD, Outcome.REJECTED, Finding.hard("paths.editable", "no")),
                ended("m", Stage.GUARD, Outcome.REJECTED, Finding.hard("paths.editable", "no")),
                ended("x", Stage.VALIDATE, Outcome.REJECTED, Finding.hard("tests.failed", "no"))));

    assertThat(table).contains("paths.editable").contains("2").doesNotContain("tests.failed");
    assertThat(TextReport.guardRejections(List.of())).contains("no proposal was refused");
  }

  @Test
  void shows_what_a_candidate_hides() {
    String log = log(ended("x", Stage.RECHECK, Outcome.KEPT, Finding.note("gain.shown", "ok")));

    assertThat(log).contains("\\u001b[31m red").doesNotContain("\u001b");
    assertThat(TextReport.kept(List.of(ended("x", Stage.RECHECK, Outcome.KEPT))))
        .doesNotContain("\u001b");
  }

  @Test
  void progress_names_round_outcome_stage_and_reason_on_one_line() {
    String log =
        log(ended("x", Stage.GUARD, Outcome.REJECTED, Finding.hard("paths.editable", "a\nb")));

    assertThat(log).startsWith("   7  rejected      guard").contains("paths.editable: a b");
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void progress_shows_the_reason_however_long_the_proposal_is() {
    Proposal proposal =
        Proposal.of(ChangeSet.of(List.of()), "hoist: " + "x".repeat(500))
            .withOrigin("search/hoist");
    Attempt.Builder attempt = Attempt.builder(1, "search").proposal(proposal);

    assertThat(
            log(
                attempt
                    .findings(List.of(Finding.hard("gain.steps-fall", "steps rose")))
                    .end(Stage.SCREEN, Outcome.REJECTED)))
        .contains("  hoist: xxx")
        .endsWith(" -- gain.steps-fall: steps rose\n");
    assertThat(
            log(
                attempt
                    .findings(
                        List.of(
                            Finding.note("gain.shown", "steps fell"),
                            Finding.note("tests.passed", "6 tests passed")))
                    .end(Stage.RECHECK, Outcome.KEPT)))
        .endsWith(" -- steps fell\n");
    assertThat(
            log(
                Attempt.builder(1, "search")
                    .proposal(Proposal.nothing("no more"))
                    .findings(List.of(Finding.note("propose.nothing", "no more")))
                    .end(Stage.PROPOSE, Outcome.NOTHING)))
        .endsWith("  search -- no more\n");
  }

  private static String log(Attempt attempt) {
    StringBuilder text = new StringBuilder();
    ProgressLog.to(text).attemptFinished(7, attempt);
    return text.toString();
  }
}
