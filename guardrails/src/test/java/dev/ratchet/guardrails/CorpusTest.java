package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import dev.ratchet.verdict.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CorpusTest {
  private final SourceTree base = Corpus.base();
  private final PolicyGuardrail guardrail = PolicyGuardrail.of(Corpus.policy());

  @TestFactory
  Stream<DynamicTest> every_edit_meets_the_rule_it_should() {
    return Corpus.cases().stream()
        .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> check(edit)));
  }

  private void check(Corpus.Case edit) {
    Verdict verdict = guardrail.inspect(Corpus.candidate(base, edit.changes()));
    if (edit.expect().equals("pass")) {
      assertThat(verdict.findings()).allMatch(finding -> finding.tier() == Tier.NOTE);
      assertThat(verdict.isAccepted()).isTrue();
    } else {
      assertThat(verdict.isAccepted()).isFalse();
      assertThat(verdict.findings())
          .filteredOn(finding -> finding.tier() != Tier.NOTE)
          .extracting(Finding::rule)
          .contains(edit.expect());
    }
  }

  @Test
  void the_unchanged_project_passes() {
    assertThat(guardrail.inspect(Candidate.baseline(base)).findings())
        .extracting(Finding::rule)
        .containsExactly("policy.in-force");
  }
}
