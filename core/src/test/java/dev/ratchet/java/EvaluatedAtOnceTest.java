package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.ImprovementLoop;
import dev.ratchet.RunResult;
import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Proposal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Candidates that are examined at once by the real evaluator, in real processes. */
class EvaluatedAtOnceTest {
  private static final TreeCompiler COMPILER = TreeCompiler.of(Programs.TARGET);
  private static final SourceTree START = wasting(100);

  /** Slower, wrong, a gain, a larger gain that comes behind it. */
  private static final List<SourceTree> CANDIDATES =
      List.of(wasting(200), Programs.answering("return \"no\";"), wasting(50), wasting(10));

  private static SourceTree wasting(int turns) {
    return Programs.answering(
        "int sum = 0; for (int i = 0; i < "
            + turns
            + "; i++) { sum += i; }"
            + " return sum < 0 ? \"\" : input;");
  }

  private static BenchmarkSuite echoes() {
    return Programs.suite(
        IntStream.range(0, 30)
            .mapToObj(n -> Task.exact("t" + n, "echo", "" + n, "" + n))
            .toArray(Task[]::new));
  }

  private static RunResult run(int atOnce) {
    CoreBudget cores = CoreBudget.of(2);
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(COMPILER, echoes()).withIdleWorkers(0).withCores(cores).build()) {
      return ImprovementLoop.builder(
              START,
              briefing -> {
                SourceTree next = CANDIDATES.get(briefing.attempt() - 1);
                return Proposal.of(ChangeSet.between(briefing.tree(), next), "as listed");
              },
              evaluator)
          .withGuardrail(Guardrail.none("a test"))
          .withValidator(new CompileValidator(COMPILER))
          .withBudget(Budget.rounds(1))
          .withAttemptsPerRound(CANDIDATES.size())
          .withCandidatesAtOnce(atOnce, cores)
          .withSeed(1)
          .build()
          .run();
    }
  }

  private static List<OptionalDouble> steps(Attempt attempt) {
    return attempt.comparisons().stream()
        .filter(c -> c.split() == Split.VALIDATION)
        .flatMap(c -> Stream.of(c.baseline(), c.candidate()))
        .map((Measurement side) -> side.total(Metric.STEPS))
        .toList();
  }

  @Test
  void they_get_the_counts_and_verdicts_that_they_get_one_by_one() {
    RunResult one = run(1);
    RunResult many = run(4);

    assertThat(one.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Outcome.REJECTED, Outcome.REJECTED, Outcome.KEPT);
    assertThat(many.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Outcome.REJECTED, Outcome.REJECTED, Outcome.KEPT, Outcome.SUPERSEDED);
    for (int i = 0; i < 3; i++) {
      assertThat(steps(many.attempts().get(i)))
          .isNotEmpty()
          .isEqualTo(steps(one.attempts().get(i)));
      assertThat(many.attempts().get(i).findings()).isEqualTo(one.attempts().get(i).findings());
    }
    assertThat(many.tree()).isEqualTo(one.tree());
  }
}
