package dev.ratchet.java.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.ImprovementLoop;
import dev.ratchet.RunResult;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.CompileValidator;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.measure.StrictGain;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Guardrail;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchEndToEndTest {
  private static RunResult run() {
    TreeCompiler compiler = TreeCompiler.of(Desk.TARGET);
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(compiler, Desk.suite()).withoutExactnessCheck().build()) {
      return ImprovementLoop.builder(Desk.TREE, SearchProposer.standard(), evaluator)
          .withGuardrail(Guardrail.none("the program is a part of this test"))
          .withValidator(new CompileValidator(compiler))
          .withAcceptance(StrictGain.standard())
          .withBudget(Budget.rounds(15))
          .withSeed(11)
          .build()
          .run();
    }
  }

  @Test
  void mends_a_slip_and_removes_wastes() {
    RunResult result = run();

    List<String> kept =
        result.kept().stream().map(attempt -> attempt.proposal().orElseThrow().origin()).toList();
    assertThat(kept).contains("search/relational-operator", "search/memoise-recursion");
    assertThat(kept).hasSizeGreaterThanOrEqualTo(3);
    assertThat(result.insight().failures()).isEmpty();
  }
}
