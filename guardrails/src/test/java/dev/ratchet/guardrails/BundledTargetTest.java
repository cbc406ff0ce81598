package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The policy of the bundled target has to fit the target. */
class BundledTargetTest {
  private static final Path TARGETS = Path.of("..", "examples", "targets");

  @Test
  void its_policy_fits_it() throws IOException {
    Path file = TARGETS.resolve("puzzle-agent.policy.yaml");
    assumeTrue(Files.exists(file), "the examples are not there");
    Policy policy = Policy.read(file, TARGETS.resolve("puzzle-agent"));
    SourceTree tree = SourceTree.read(TARGETS.resolve("puzzle-agent"), policy.filter());
    assertThat(PolicyGuardrail.of(policy).inspect(Candidate.baseline(tree)).findings())
        .extracting(finding -> finding.rule())
        .containsExactly("policy.in-force");
  }
}
