package dev.ratchet.java.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.Compilation;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Insight.HotSpot;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Spending;
import dev.ratchet.spi.Trial;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NullEditsTest {
  private static Briefing briefing(SourceTree tree, Insight insight, long seed) {
    return new Briefing(
        "better",
        1,
        1,
        tree,
        insight,
        List.of(),
        List.of(),
        List.of(),
        Budget.rounds(9),
        Spending.NONE,
        seed);
  }

  private static SourceTree edited(SourceTree tree, Proposal proposal) {
    return proposal
        .resolve(tree)
        .fold(
            changes -> changes.applyTo(tree).fold(it -> it, r -> fail(r.toString())),
            refused -> fail(refused.toString()));
  }

  private static SourceTree fail(String why) {
    throw new AssertionError(why);
  }

  private static SourceTree file(String members) {
    return SourceTree.of(Map.of("A.java", "class A {\n" + members + "\n}\n"));
  }

  private static Set<String> results(SourceTree tree) {
    Set<String> results = new TreeSet<>();
    for (long seed = 0; seed < 40; seed++) {
      Proposal proposal = NullEdits.standard().propose(briefing(tree, Insight.NONE, seed));
      results.add(
          proposal.reasonForNothing().isPresent()
              ? "nothing"
              : edited(tree, proposal)
                  .file(tree.paths().iterator().next())
                  .orElseThrow()
                  .text()
                  .orElseThrow());
    }
    return results;
  }

  @Test
  void exchanges_methods_and_turns_comparisons_round() {
    SourceTree tree = file("void a(int n, int m) { if (n < m) {} }\nint b() { return 1; }");

    assertThat(results(tree))
        .containsExactlyInAnyOrder(
            "class A {\nint b() { return 1; }\nvoid a(int n, int m) { if (n < m) {} }\n}\n",
            "class A {\nvoid a(int n, int m) { if (m > n) {} }\nint b() { return 1; }\n}\n");
  }

  @Test
  void leaves_alone_what_might_make_a_difference() {
    assertThat(
            results(
                file(
                    "int next() { return 1; } int f = 1; final int ZERO = 0; boolean c ="
                        + " next() < f || f - f > 3 || f < ZERO;")))
        .containsExactly("nothing");
    assertThat(NullEdits.standard().propose(briefing(SourceTree.empty(), Insight.NONE, 1)))
        .satisfies(p -> assertThat(p.reasonForNothing()).isPresent());
  }

  @Test
  void prefers_classes_that_are_run_and_keeps_to_its_files() {
    String methods = " { void m() {} void n() {} }";
    SourceTree tree =
        SourceTree.of(
            Map.of("p/A.java", "package p; class A" + methods, "B.java", "class B" + methods));
    Insight hot =
        new Insight(
            new Measurement(List.of()), List.of(), List.of(new HotSpot("p.A#m()", 9, 1, 0, 0)));

    for (long seed = 0; seed < 20; seed++) {
      Proposal run = NullEdits.standard().propose(briefing(tree, hot, seed));
      Proposal kept =
          NullEdits.of(PathFilter.of(List.of("B.java"), List.of()))
              .propose(briefing(tree, hot, seed));

      assertThat(edited(tree, run).file(path("B.java"))).isEqualTo(tree.file(path("B.java")));
      assertThat(edited(tree, kept).file(path("p/A.java"))).isEqualTo(tree.file(path("p/A.java")));
    }
  }

  private static dev.ratchet.edit.SourcePath path(String path) {
    return dev.ratchet.edit.SourcePath.of(path);
  }

  @Test
  void changes_class_files_and_neither_answers_nor_steps() throws Exception {
    TreeCompiler compiler = TreeCompiler.of(Desk.TARGET);
    try (ClassEvaluator evaluator = ClassEvaluator.builder(compiler, Desk.suite()).build()) {
      for (long seed = 0; seed < 6; seed++) {
        Proposal proposal = NullEdits.standard().propose(briefing(Desk.TREE, Insight.NONE, seed));
        SourceTree tree = edited(Desk.TREE, proposal);

        assertThat(compiled(compiler, tree).changesFrom(compiled(compiler, Desk.TREE)))
            .as(proposal.rationale())
            .isNotEmpty();
        Comparison shown = evaluator.compare(Trial.of(Desk.TREE, tree, Split.TUNING, seed));
        assertThat(shown.missing()).isEmpty();
        assertThat(shown.candidate().solved()).isEqualTo(shown.baseline().solved());
        assertThat(shown.candidate().total(Metric.STEPS))
            .isEqualTo(shown.baseline().total(Metric.STEPS));
      }
    }
  }

  private static Compilation.Compiled compiled(TreeCompiler compiler, SourceTree tree) {
    return (Compilation.Compiled) compiler.compile(tree);
  }
}
