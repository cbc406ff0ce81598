package dev.ratchet.java.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.PatchResult;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.operators.Operators;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Insight.Failure;
import dev.ratchet.spi.Insight.HotSpot;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Spending;
import dev.ratchet.spi.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchProposerTest {
  private static final String PATHS = "desk.Grid#paths(II)J";
  private static final String WITHIN = "desk.Series#within([I)I";
  private static final Insight HOT_GRID =
      new Insight(
          new Measurement(List.of()),
          List.of(),
          List.of(
              new HotSpot(PATHS, 9000, 1000, 900, 0),
              new HotSpot(PATHS + ":9", 5000, 1000, 0, 0),
              new HotSpot(PATHS + ":12", 4000, 500, 0, 0),
              new HotSpot(WITHIN + ":20", 50, 10, 0, 0)));

  private static Insight failing(String line) {
    Task task = Task.exact("t", "within", "within 1 2", "1");
    return new Insight(
        new Measurement(List.of()),
        List.of(new Failure(task, "0", List.of(line))),
        List.of(new HotSpot(line, 100, 10, 0, 1)));
  }

  private static Briefing briefing(
      SourceTree tree, Insight insight, List<Attempt> attempts, long seed) {
    return new Briefing(
        "better",
        1,
        1,
        tree,
        insight,
        List.of(),
        List.of(),
        attempts,
        Budget.rounds(9),
        Spending.NONE,
        seed);
  }

  private static Proposal propose(Insight insight, List<Attempt> attempts, long seed) {
    return SearchProposer.standard().propose(briefing(Desk.TREE, insight, attempts, seed));
  }

  private static Attempt refused(Proposal proposal) {
    return Attempt.builder(1, "search")
        .proposal(proposal)
        .end(Stage.MEASURE, Attempt.Outcome.REJECTED);
  }

  @Test
  void begins_where_the_work_is() {
    Proposal proposal = propose(HOT_GRID, List.of(), 1);

    assertThat(proposal.origin()).isEqualTo("search/memoise-recursion");
    assertThat(proposal.rationale())
        .startsWith("memoise-recursion: memoise paths, at desk.Grid#paths(int,int) line 8");
    assertThat(proposal.resolve(Desk.TREE)).isInstanceOf(PatchResult.Resolved.class);
  }

  @Test
  void mends_the_lines_that_failing_tasks_run() {
    SearchProposer proposer = SearchProposer.builder().withRepairShare(1).build();

    for (long seed = 0; seed < 20; seed++) {
      Proposal proposal =
          proposer.propose(briefing(Desk.TREE, failing(WITHIN + ":21"), List.of(), seed));
      assertThat(proposal.rationale()).contains("at desk.Series#within(int[]) line 21 ");
    }
  }

  @Test
  void repairs_nothing_while_nothing_fails() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(propose(HOT_GRID, List.of(), seed).rationale()).doesNotContain("suspicion");
    }
  }

  @Test
  void says_the_same_when_it_is_told_the_same() {
    SearchProposer used = SearchProposer.standard();
    used.propose(briefing(Desk.TREE, HOT_GRID, List.of(), 99));

    for (long seed = 0; seed < 10; seed++) {
      Briefing briefing = briefing(Desk.TREE, failing(WITHIN + ":21"), List.of(), seed);
      assertThat(used.propose(briefing).rationale())
          .isEqualTo(SearchProposer.standard().propose(briefing).rationale());
    }
  }

  @Test
  void never_repeats_itself_and_ends_with_a_reason() {
    SearchProposer proposer = SearchProposer.standard();
    List<Attempt> attempts = new ArrayList<>();
    List<String> rationales = new ArrayList<>();
    Proposal proposal = proposer.propose(briefing(Desk.TREE, failing(WITHIN + ":21"), attempts, 0));
    while (proposal.reasonForNothing().isEmpty() && attempts.size() < 500) {
      rationales.add(proposal.rationale().replaceAll(".*\\(edit ", ""));
      attempts.add(refused(proposal));
      proposal =
          proposer.propose(briefing(Desk.TREE, failing(WITHIN + ":21"), attempts, attempts.size()));
    }

    assertThat(rationales).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    assertThat(proposal.reasonForNothing().orElseThrow())
        .contains("were tried (" + attempts.size() + ")")
        .contains("are repairs where no failing task runs");
  }

  @Test
  void leaves_alone_what_it_may_not_edit() {
    SearchProposer proposer =
        SearchProposer.builder()
            .withSources(PathFilter.of(List.of("**/*.java"), List.of("**/Grid.java")))
            .build();

    Proposal proposal = proposer.propose(briefing(Desk.TREE, HOT_GRID, List.of(), 1));

    assertThat(proposal.rationale()).doesNotContain("Grid");
  }

  @Test
  void passes_over_files_that_are_not_java() {
    SourceTree tree = SourceTree.of(Map.of("src/A.java", "class A { int x( }"));

    assertThat(
            SearchProposer.standard()
                .propose(briefing(tree, Insight.NONE, List.of(), 1))
                .reasonForNothing())
        .isPresent();
  }

  @Test
  void refuses_operators_that_cannot_be_told_apart() {
    var twice = List.of(Operators.standard().get(0), Operators.standard().get(0));

    assertThatThrownBy(() -> SearchProposer.builder().withOperators(twice))
        .hasMessageContaining("different names")
        .hasMessageContaining(twice.get(0).name());
    assertThatThrownBy(() -> SearchProposer.builder().withRepairShare(2))
        .hasMessageContaining("repairShare must be from 0 to 1, but is 2");
  }

  @Test
  void counts_what_became_of_the_proposals() {
    Proposal proposal = propose(HOT_GRID, List.of(), 1);
    Attempt kept =
        Attempt.builder(2, "search").proposal(proposal).end(Stage.RECHECK, Attempt.Outcome.KEPT);
    Attempt guarded =
        Attempt.builder(3, "search").proposal(proposal).end(Stage.GUARD, Attempt.Outcome.REJECTED);
    Round round = new Round(1, Desk.TREE.hash(), List.of(guarded, refused(proposal), kept));

    assertThat(OperatorStatistics.of(List.of(round)))
        .containsExactly(new OperatorStatistics("memoise-recursion", 3, 2, 2, 1));
  }
}
