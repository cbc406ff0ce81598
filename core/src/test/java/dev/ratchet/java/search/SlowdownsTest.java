package dev.ratchet.java.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Spending;
import dev.ratchet.spi.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowdownsTest {
  private static Briefing briefing(Insight insight, long seed) {
    return new Briefing(
        "better",
        1,
        1,
        Desk.TREE,
        insight,
        List.of(),
        List.of(),
        List.of(),
        Budget.rounds(9),
        Spending.NONE,
        seed);
  }

  @Test
  void add_about_the_share_of_steps_that_was_asked_for() throws Exception {
    TreeCompiler compiler = TreeCompiler.of(Desk.TARGET);
    try (ClassEvaluator evaluator = ClassEvaluator.builder(compiler, Desk.suite()).build()) {
      Insight insight = evaluator.observe(Desk.TREE, 5);
      for (double share : new double[] {0.05, 0.2}) {
        Proposal proposal = Slowdowns.by(share).propose(briefing(insight, 1));
        SourceTree slowed =
            proposal
                .resolve(Desk.TREE)
                .fold(c -> c.applyTo(Desk.TREE).fold(t -> t, r -> Desk.TREE), r -> Desk.TREE);

        Comparison shown = evaluator.compare(Trial.of(Desk.TREE, slowed, Split.TUNING, 5));

        assertThat(shown.candidate().solved()).isEqualTo(shown.baseline().solved());
        double before = shown.baseline().total(Metric.STEPS).orElseThrow();
        double after = shown.candidate().total(Metric.STEPS).orElseThrow();
        assertThat(after / before - 1)
            .as(proposal.rationale())
            .isCloseTo(share, within(0.35 * share));
      }
    }
  }

  @Test
  void need_a_profile_and_a_share() {
    assertThat(Slowdowns.by(0.05).propose(briefing(Insight.NONE, 1)).reasonForNothing())
        .isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slowdowns.by(0))
        .withMessage("share must be above 0 and at most 10, but is 0.0");
  }
}
