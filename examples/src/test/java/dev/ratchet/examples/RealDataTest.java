package dev.ratchet.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Puzzles that nobody here generated, where they lie beside the repository. */
class RealDataTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data");

  @Test
  void the_puzzle_agent_meets_puzzles_from_outside() throws Exception {
    assumeThat(Files.isDirectory(DATA))
        .as("no real puzzles at " + DATA.toAbsolutePath().normalize() + ", so none are tried")
        .isTrue();
    SourceTree agent = SourceTree.read(Path.of("targets/puzzle-agent"), PathFilter.all());
    TreeCompiler compiler =
        TreeCompiler.of(
            JavaTarget.builder("src/main/java")
                .withEntryPoint("puzzles.agent.PuzzleAgent#solve")
                .build());
    List<BenchmarkSuite> suites = Suites.real(DATA);

    assertThat(suites).isNotEmpty();
    for (BenchmarkSuite suite : suites) {
      try (ClassEvaluator evaluator =
          ClassEvaluator.builder(compiler, suite).withoutExactnessCheck().build()) {
        Comparison comparison = evaluator.compare(Trial.of(agent, agent, Split.VAULT, 1));

        assertThat(comparison.missing()).as(suite.name()).isEmpty();
        assertThat(comparison.baseline().results()).as(suite.name()).isNotEmpty();
      }
    }
  }
}
