package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Proposer;
import dev.ratchet.testkit.FakeEvaluator;
import dev.ratchet.testkit.ScriptedProposer;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A loop over one file with a number in it, which stands for steps. */
class LoopFixture {
  static final SourceTree START = SourceTree.of(Map.of("agent.txt", "10"));
  static final Clock STOPPED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  static final Guardrail OPEN = Guardrail.none("a test");
  static final AcceptanceRule FEWER_STEPS =
      comparison ->
          steps(comparison.candidate()) < steps(comparison.baseline())
              ? Verdict.accepted()
              : Verdict.rejected(Finding.hard("test.steps", "steps did not fall"));

  final ScriptedProposer script = ScriptedProposer.named("script");
  final FakeEvaluator evaluator = FakeEvaluator.steps(LoopFixture::number);

  /** A guardrail that refuses every edit, and has nothing against the baseline. */
  static Guardrail refusing(String rule) {
    return candidate ->
        candidate.changes().isEmpty()
            ? Verdict.accepted()
            : Verdict.rejected(Finding.hard(rule, "not this"));
  }

  static double steps(dev.ratchet.benchmarks.Measurement measurement) {
    return measurement.total(Metric.STEPS).orElseThrow();
  }

  static long number(SourceTree tree) {
    String text = tree.file(SourcePath.of("agent.txt")).orElseThrow().text().orElseThrow();
    return Long.parseLong(text.strip());
  }

  ImprovementLoop.Builder loop(int rounds) {
    return loop(script, evaluator, rounds);
  }

  static ImprovementLoop.Builder loop(Proposer proposer, Evaluator evaluator, int rounds) {
    return ImprovementLoop.builder(START, proposer, evaluator)
        .withGuardrail(OPEN)
        .withAcceptance(FEWER_STEPS)
        .withBudget(Budget.rounds(rounds))
        .withClock(STOPPED)
        .withSeed(7);
  }

  static Attempt only(RunResult result) {
    assertThat(result.attempts()).hasSize(1);
    return result.attempts().get(0);
  }
}
