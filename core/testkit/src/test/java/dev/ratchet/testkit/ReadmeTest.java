package dev.ratchet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.ImprovementLoop;
import dev.ratchet.RunResult;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Guardrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The three lines of the README that plug in a mock proposer. */
class ReadmeTest {
  private static final String THREE_LINES =
      """
      ScriptedProposer mock = ScriptedProposer.named("mock").thenWrites("agent.txt", "better").thenNothing("done");
      FakeEvaluator fake = FakeEvaluator.steps(tree -> tree.size() == 1 ? 1 : 2);
      ImprovementLoop.builder(SourceTree.empty(), mock, fake).withGuardrail(Guardrail.none("a test")).build().run();
      """;

  @Test
  void three_lines_make_a_loop_with_a_mock() {
    var mock = ScriptedProposer.named("mock").thenWrites("agent.txt", "better").thenNothing("done");
    FakeEvaluator fake = FakeEvaluator.steps(tree -> tree.size() == 1 ? 1 : 2);
    RunResult result =
        ImprovementLoop.builder(SourceTree.empty(), mock, fake)
            .withGuardrail(Guardrail.none("a test"))
            .withBudget(Budget.rounds(10))
            .build()
            .run();

    assertThat(result.kept()).hasSize(1);
    assertThat(result.attempts()).hasSize(2);
  }

  @Test
  void the_readme_shows_them() throws IOException {
    assertThat(Files.readString(Path.of("../../README.md"))).contains(THREE_LINES);
  }
}
