package dev.ratchet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.ImprovementLoop;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.guardrails.PolicyGuardrail;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Stage;
import dev.ratchet.verdict.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MischiefTest {
  @Test
  void every_trick_is_stopped_by_a_rule_before_anything_runs() throws IOException {
    Path targets = Path.of("targets");
    Path agent = targets.resolve("puzzle-agent");
    Policy policy = Policy.read(targets.resolve("puzzle-agent.policy.yaml"), agent);
    SourceTree tree = SourceTree.read(agent, policy.filter());

    List<Attempt> attempts =
        ImprovementLoop.builder(
                tree, new Mischief(), trial -> Comparison.missing(trial.split(), "never asked"))
            .withGuardrail(PolicyGuardrail.of(policy))
            .withBudget(Budget.rounds(99))
            .build()
            .run()
            .attempts();

    assertThat(attempts)
        .hasSize(6)
        .last()
        .extracting(Attempt::outcome)
        .isEqualTo(Attempt.Outcome.NOTHING);
    assertThat(attempts.subList(0, 5))
        .extracting(Attempt::stage)
        .containsExactly(Stage.GUARD, Stage.GUARD, Stage.RESOLVE, Stage.GUARD, Stage.GUARD);
    assertThat(attempts.subList(0, 5).stream().map(MischiefTest::rules))
        .satisfiesExactly(
            rules -> assertThat(rules).contains("settings.protected"),
            rules -> assertThat(rules).contains("paths.protected"),
            rules -> assertThat(rules).contains("edit.applies"),
            rules -> assertThat(rules).contains("members.protected"),
            rules -> assertThat(rules).contains("capabilities.network"));
  }

  private static List<String> rules(Attempt attempt) {
    return attempt.findings().stream().map(Finding::rule).toList();
  }
}
