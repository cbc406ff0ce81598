package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Application;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A verdict depends on the edit, its base and the policy, and on nothing that was seen before. */
class DeterminismPropertyTest {
  @Provide
  Arbitrary<Project.Case> any() {
    return Arbitraries.of(Project.allCases());
  }

  @Provide
  Arbitrary<Project.Case> kept() {
    return Arbitraries.of(
        Project.allCases().stream().filter(c -> c.edit().expect().equals("pass")).toList());
  }

  private static PolicyGuardrail fresh(Project.Case it) {
    return PolicyGuardrail.of(it.project().corpus().policy());
  }

  @Property
  void a_second_look_finds_the_same(@ForAll("any") Project.Case it) {
    assertThat(it.verdict()).isEqualTo(it.verdict());
  }

  @Property(tries = 4)
  void a_fresh_guardrail_finds_the_same(@ForAll("any") Project.Case it) {
    Candidate candidate = it.project().candidate(it.changes());
    assertThat(fresh(it).inspect(candidate)).isEqualTo(it.verdict());
  }

  @Property(tries = 4)
  void a_guardrail_that_saw_an_edit_kept_finds_the_same(
      @ForAll("kept") Project.Case first, @ForAll Random random) {
    SourceTree base = first.project().candidate(first.changes()).tree();
    List<Project.Case> cases = new ArrayList<>(Project.allCases());
    Collections.shuffle(cases, random);
    Project.Case second =
        cases.stream()
            .filter(other -> other.project().equals(first.project()))
            .filter(other -> other.changes().applyTo(base) instanceof Application.Applied)
            .findFirst()
            .orElseThrow();
    Candidate candidate = Corpus.candidate(base, second.changes());

    first.verdict();
    Verdict warm = first.project().guardrail().inspect(candidate);

    assertThat(warm).isEqualTo(fresh(first).inspect(candidate));
  }

  @Property(tries = 4)
  void the_order_of_layers_does_not_count(@ForAll("any") Project.Case it, @ForAll Random random) {
    List<Layer> layers = new ArrayList<>(PolicyGuardrail.layers());
    Collections.shuffle(layers, random);
    PolicyGuardrail shuffled =
        PolicyGuardrail.of(it.project().corpus().policy(), List.of(), layers);

    Verdict verdict = shuffled.inspect(it.project().candidate(it.changes()));

    assertThat(verdict.kind()).isEqualTo(it.verdict().kind());
    assertThat(Project.findings(verdict)).isEqualTo(Project.findings(it.verdict()));
  }
}
