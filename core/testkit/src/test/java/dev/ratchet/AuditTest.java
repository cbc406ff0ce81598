package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.journal.Journal;
import dev.ratchet.measure.Audit;
import dev.ratchet.measure.AuditReport;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import dev.ratchet.testkit.FakeEvaluator;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AuditTest extends LoopFixture {
  /** Its rounds see fewer steps and all tasks solved; the vault sees small numbers fail. */
  private static final Evaluator BLIND =
      trial ->
          trial.split() == Split.VAULT
              ? FakeEvaluator.steps(LoopFixture::number)
                  .solvingIf(tree -> number(tree) >= 6)
                  .compare(trial)
              : FakeEvaluator.steps(LoopFixture::number).compare(trial);

  private ImprovementLoop.Builder audited(Evaluator measuring, int every) {
    return loop(script, measuring, 10).withAudit(Audit.standard().withForks(0).withEvery(every));
  }

  @Test
  void takes_a_run_back_to_what_the_last_audit_did_not_contradict() {
    Journal journal = Journal.inMemory();
    script
        .thenWrites("agent.txt", "9")
        .thenWrites("agent.txt", "8")
        .thenWrites("agent.txt", "5")
        .thenWrites("agent.txt", "4");

    RunResult result = audited(BLIND, 2).withJournal(journal).build().run();

    assertThat(result.kept()).hasSize(4);
    assertThat(number(result.tree())).isEqualTo(8);
    assertThat(result.audits()).extracting(AuditReport::contradicts).containsExactly(false, true);
    assertThat(journal.lines()).anyMatch(line -> line.contains("\"contradicts\":true"));
  }

  @Test
  void looks_at_the_end_as_well() {
    script.thenWrites("agent.txt", "9").thenWrites("agent.txt", "3").thenNothing("done");

    RunResult result = audited(BLIND, 10).build().run();

    assertThat(result.tree()).isEqualTo(START);
    assertThat(result.audits()).hasSize(1);
    assertThat(result.stopReason()).isEqualTo(StopReason.NOTHING_TO_PROPOSE);
  }

  @Test
  void that_finds_nothing_trusts_nothing_and_takes_nothing_back() {
    Evaluator lost =
        trial ->
            trial.split() == Split.VAULT
                ? Comparison.missing(trial.split(), "The process ended")
                : FakeEvaluator.steps(LoopFixture::number).compare(trial);
    script.thenWrites("agent.txt", "9");

    RunResult result = audited(lost, 1).build().run();

    assertThat(number(result.tree())).isEqualTo(9);
    assertThat(result.audits()).allMatch(report -> report.missing().contains("process ended"));
  }

  @Test
  void reports_an_interval_for_the_gain() {
    List<Double> forks = DoubleStream.iterate(-0.13, r -> r + 0.002).limit(30).boxed().toList();
    AuditReport report = new AuditReport(0, 0, OptionalDouble.of(0.9), forks, "");

    assertThat(report.gain().orElseThrow()).isCloseTo(0.0963, within(1e-3));
    assertThat(report.leastGain().orElseThrow()).isBetween(0.08, 0.0963);
    assertThat(report.mostGain().orElseThrow()).isBetween(0.0963, 0.11);
    assertThat(report.contradicts()).isFalse();
    assertThat(report.toString()).contains("CPU time -9.6 %", "30 forks");
    List<Double> slower = forks.stream().map(r -> -r).toList();
    assertThat(new AuditReport(0, 0, OptionalDouble.empty(), slower, "").contradicts()).isTrue();
  }

  @Test
  void entries_are_counted_and_the_rule_is_asked_for_its_wishes() {
    List<Entry> entries = new ArrayList<>();
    AcceptanceRule wishing =
        new AcceptanceRule() {
          @Override
          public Verdict decide(Comparison comparison) {
            entries.add(comparison.entry());
            assertThat(comparison.duets()).hasSize(2);
            return FEWER_STEPS.decide(comparison);
          }

          @Override
          public Evidence wanted(Comparison soFar) {
            return soFar.duets().size() < 2 ? Evidence.FORKS : Evidence.NONE;
          }
        };
    script.thenWrites("agent.txt", "9").thenWrites("agent.txt", "12").thenWrites("agent.txt", "8");

    loop(script, AuditTest::forking, 3).withAcceptance(wishing).build().run();

    assertThat(entries)
        .containsExactly(Entry.NONE, new Entry(1, 0), Entry.NONE, Entry.NONE, new Entry(2, 1));
  }

  @Test
  void accuracy_is_held_against_the_original_until_more_is_solved() {
    List<SourceTree> anchors = new ArrayList<>();
    Evaluator noting =
        trial -> {
          anchors.add(trial.anchor());
          return FakeEvaluator.steps(LoopFixture::number)
              .solvingIf(tree -> number(tree) < 9)
              .compare(trial);
        };
    script.thenWrites("agent.txt", "9").thenWrites("agent.txt", "8").thenWrites("agent.txt", "7");

    loop(script, noting, 3).build().run();

    assertThat(anchors.stream().map(LoopFixture::number))
        .containsExactly(10L, 10L, 10L, 10L, 8L, 8L);
  }

  private static Comparison forking(Trial trial) {
    Comparison comparison = FakeEvaluator.steps(LoopFixture::number).compare(trial);
    while (trial.wanted().apply(comparison) == Evidence.FORKS) {
      List<Duet> more = new ArrayList<>(comparison.duets());
      more.add(new Duet(more.size(), Map.of(Metric.CPU_TIME, 0.0)));
      comparison = comparison.withDuets(more);
    }
    return comparison;
  }
}
