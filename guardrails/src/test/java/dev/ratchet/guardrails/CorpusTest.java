package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.project.PolicyRules;
import dev.ratchet.spi.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
  /** Rules that tests of their own meet, since an edit of a corpus can't. */
  private static final Map<Class<?>, List<String>> MET_BY_TESTS =
      Map.of(
          PolicyCheckTest.class,
          Stream.concat(
                  Stream.of("policy.member-missing", "policy.setting-missing"),
                  PolicyRules.ALL.stream().map(Rule::id))
              .toList(),
          PolicyGuardrailTest.class,
          List.of("guard.failed", "policy.in-force"),
          PolicyInForceTest.class,
          List.of("limits.bytes"),
          EvaluatorLayerTest.class,
          List.of("policy.evaluator-missing"),
          SelfLayerTest.class,
          List.of("self.evaluator", "self.policy"),
          TestsLayerTest.class,
          List.of("tests.weakened"),
          RareRulesTest.class,
          List.of(
              "closure.written",
              "compile.baseline",
              "guard.time",
              "java.baseline",
              "kinds.not-analysed"));

  /**
   * Tests of the compiler meet the second; for the others it would have to hang or crash, or a JDK
   * to have members that JdkCoverageTest says none has.
   */
  private static final List<String> NOT_MET =
      List.of("compile.crashed", "compile.no-sources", "compile.time", "capabilities.unclassified");

  private final Map<String, PolicyGuardrail> guardrails = new HashMap<>();
  private final Map<String, CorpusEdit.Outcome> outcomes = new HashMap<>();
  private final List<Corpus> corpora = Corpus.all();

  @TestFactory
  Stream<DynamicContainer> every_edit_meets_the_rule_it_should() {
    return corpora.stream()
        .map(corpus -> DynamicContainer.dynamicContainer(corpus.name(), tests(corpus)));
  }

  private Stream<DynamicTest> tests(Corpus corpus) {
    return corpus.edits().stream()
        .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> check(corpus, edit)));
  }

  private void check(Corpus corpus, CorpusEdit edit) {
    CorpusEdit.Outcome outcome = outcome(corpus, edit);
    if (edit.open().isPresent()) {
      assertThat(edit.isRight(outcome))
          .as("%s is right now; remove its mark 'open'", edit.name())
          .isFalse();
    } else {
      assertThat(edit.isRight(outcome))
          .as("expected %s, was stopped by %s", edit.expect(), outcome.rules())
          .isTrue();
    }
  }

  @Test
  void recall_and_false_alarms_are_counted_by_category() throws IOException {
    RecallTable table = new RecallTable();
    for (Corpus corpus : corpora) {
      corpus.edits().forEach(edit -> table.add(corpus, edit, outcome(corpus, edit)));
    }

    System.out.println(table);
    Files.writeString(Path.of("target", "corpus.txt"), table.toString());
  }

  @Test
  void every_rule_is_met_by_an_edit_or_a_named_test() throws IOException {
    assumeThat(Corpus.isComplete()).isTrue();
    Set<String> met = new TreeSet<>();
    for (Corpus corpus : corpora) {
      corpus.edits().forEach(edit -> met.addAll(outcome(corpus, edit).rules()));
    }
    assertThat(met)
        .as("no layer fails or adds what no rule declares")
        .doesNotContain("guard.failed");
    met.remove("edit.refused");
    for (Map.Entry<Class<?>, List<String>> entry : MET_BY_TESTS.entrySet()) {
      assertThat(sourceOf(entry.getKey())).content().contains(entry.getValue());
      met.addAll(entry.getValue());
    }
    assertThat(met).doesNotContainAnyElementsOf(NOT_MET);
    met.addAll(NOT_MET);
    assertThat(met).containsExactlyElementsOf(RuleCatalogue.all().stream().map(Rule::id).toList());
  }

  private static Path sourceOf(Class<?> test) {
    return Path.of("src/test/java", test.getName().replace('.', '/') + ".java");
  }

  private CorpusEdit.Outcome outcome(Corpus corpus, CorpusEdit edit) {
    return outcomes.computeIfAbsent(
        corpus.name() + "/" + edit.name(),
        name -> edit.judge(corpus.base(), guardrail(corpus)::inspect));
  }

  private PolicyGuardrail guardrail(Corpus corpus) {
    return guardrails.computeIfAbsent(corpus.name(), name -> PolicyGuardrail.of(corpus.policy()));
  }

  @TestFactory
  Stream<DynamicTest> names_are_unique_and_twins_exist() {
    return corpora.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> checkNames(c)));
  }

  private static void checkNames(Corpus corpus) {
    List<CorpusEdit> edits = corpus.edits();
    List<String> hostile = edits.stream().filter(e -> !e.isHonest()).map(CorpusEdit::name).toList();
    assertThat(edits).extracting(CorpusEdit::name).doesNotHaveDuplicates();
    assertThat(hostile).containsAll(edits.stream().flatMap(e -> e.twin().stream()).toList());
  }

  @TestFactory
  Stream<DynamicTest> the_unchanged_project_passes() {
    return corpora.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> checkUnchanged(c)));
  }

  private void checkUnchanged(Corpus corpus) {
    assertThat(guardrail(corpus).inspect(Candidate.baseline(corpus.base())).findings())
        .extracting("rule")
        .containsExactly("policy.in-force");
  }
}
