package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.journal.Journal;
import dev.ratchet.measure.CanaryReport;
import dev.ratchet.report.TextReport;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Decision;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Stage;
import dev.ratchet.testkit.FakeEvaluator;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CanariesTest extends LoopFixture {
  private static final AcceptanceRule ANYTHING = comparison -> Verdict.accepted();

  private final Proposer nulls = briefing -> writing(briefing, number(briefing.tree()) + "\n");
  private final Proposer slowdowns =
      briefing -> writing(briefing, "" + 2 * number(briefing.tree()));
  private final List<Briefing> briefings = new ArrayList<>();

  /** Each proposal is one that was never seen, and worse. */
  private final Proposer hopeless =
      briefing -> {
        briefings.add(briefing);
        return writing(briefing, "" + (100 + briefing.round()));
      };

  private static Proposal writing(Briefing briefing, String text) {
    SourceTree tree = briefing.tree();
    SourceTree after = tree.with(SourcePath.of("agent.txt"), SourceFile.of(text));
    return Proposal.of(ChangeSet.between(tree, after), "because");
  }

  private ImprovementLoop.Builder hopelessLoop(int rounds) {
    return loop(hopeless, FakeEvaluator.steps(LoopFixture::number), rounds);
  }

  private static List<Attempt> canaries(RunResult result) {
    return result.attempts().stream().filter(a -> a.canary().isPresent()).toList();
  }

  @Test
  void there_are_none_unless_they_are_asked_for() {
    RunResult result = hopelessLoop(100).build().run();

    assertThat(canaries(result)).isEmpty();
    assertThat(result.canaries().decided()).isZero();
    assertThat(result.summary()).doesNotContain("canar");
  }

  @Test
  void take_about_their_share_of_the_rounds_and_repeat_themselves() {
    RunResult result = hopelessLoop(600).withCanaries(Canaries.of(nulls)).build().run();

    int count = canaries(result).size();
    assertThat(count).isBetween(15, 50);
    assertThat(result.spent().proposals()).isEqualTo(600 - count);
    assertThat(canaries(result))
        .allMatch(a -> a.outcome() == Outcome.REJECTED && a.stage() == Stage.MEASURE);
    assertThat(result.canaries()).isEqualTo(new CanaryReport(count, 0, 0, 0, 0, 0));
    assertThat(result.summary())
        .contains("0 of " + (600 - count) + " proposals kept in 600 rounds")
        .contains("canaries: 0 of " + count + " edits without effect accepted (at most ");
    assertThat(TextReport.canaries(result.attempts())).contains("0 of " + count);
    assertThat(TextReport.outcomes(result.attempts())).contains("" + (600 - count));
  }

  @Test
  void come_in_rounds_that_the_seed_decides() {
    Canaries half = Canaries.of(nulls).withShare(0.5);

    assertThat(roundsOf(half)).isEqualTo(roundsOf(half)).isNotEqualTo(roundsOf(half.withSeed(1)));
  }

  private List<Integer> roundsOf(Canaries canaries) {
    return hopelessLoop(40).withCanaries(canaries).build().run().rounds().stream()
        .filter(round -> round.last().canary().isPresent())
        .map(Round::number)
        .toList();
  }

  @Nested
  class A_gate_that_accepts_them {
    private final List<String> reached = new ArrayList<>();
    private final Journal journal = Journal.inMemory();
    private final RunResult result =
        hopelessLoop(50)
            .withAcceptance(ANYTHING)
            .withCanaries(Canaries.of(nulls).withShare(1))
            .withReviewer(
                request -> {
                  reached.add("reviewer");
                  return Decision.approved("ada", "");
                })
            .withApplier(
                candidate -> {
                  reached.add("applier");
                  throw new AssertionError("applied");
                })
            .withJournal(journal)
            .build()
            .run();

    @Test
    void ends_the_run_after_two() {
      assertThat(result.stopReason()).isEqualTo(StopReason.CANARIES_ACCEPTED);
      assertThat(result.rounds()).hasSize(2);
      assertThat(result.canaries()).isEqualTo(new CanaryReport(2, 2, 0, 0, 0, 0));
      assertThat(result.summary()).contains("edits that are known to gain nothing");
    }

    @Test
    void never_gets_them_past_confirmation() {
      assertThat(result.attempts())
          .allMatch(a -> a.outcome() == Outcome.CONFIRMED && a.stage() == Stage.CONFIRM);
      assertThat(reached).isEmpty();
      assertThat(result.kept()).isEmpty();
      assertThat(result.tree()).isEqualTo(START);
    }

    @Test
    void spends_an_entry_on_each() {
      assertThat(result.attempts())
          .extracting(a -> a.comparisons().get(1))
          .extracting(Comparison::entry)
          .extracting(entry -> entry.number() + "/" + entry.accepted())
          .containsExactly("1/0", "2/0");
    }

    @Test
    void has_them_in_the_journal() {
      assertThat(journal.lines().get(0)).contains("\"canary share\":1.0");
      assertThat(journal.lines())
          .filteredOn(line -> line.contains("\"canary\":\"NULL\""))
          .hasSize(2)
          .allMatch(line -> line.contains("\"outcome\":\"CONFIRMED\""));
      assertThat(journal.lines().get(journal.lines().size() - 1))
          .contains("CANARIES_ACCEPTED")
          .contains("2 of 2 edits without effect accepted");
    }
  }

  @Test
  void with_known_effects_show_what_the_gate_sees() {
    Canaries all = Canaries.of(nulls).withSlowdowns(slowdowns).withShare(1);

    RunResult result = hopelessLoop(80).withCanaries(all).build().run();

    CanaryReport report = result.canaries();
    assertThat(report.decided()).isEqualTo(80);
    assertThat(report.nulls()).isBetween(25, 55);
    assertThat(report.losses()).isBetween(8, 32);
    assertThat(report.falselyAccepted()).isZero();
    assertThat(report.gains()).isBetween(8, 32).isEqualTo(report.gainsAccepted());
    assertThat(result.tree()).isEqualTo(START);
    assertThat(result.stopReason()).isEqualTo(StopReason.ROUNDS_SPENT);
  }

  @Test
  void are_unknown_to_guardrails_and_to_the_proposer() {
    List<Candidate> inspected = new ArrayList<>();

    RunResult result =
        hopelessLoop(30)
            .withGuardrail(
                candidate -> {
                  inspected.add(candidate);
                  return Verdict.accepted();
                })
            .withCanaries(Canaries.of(b -> nulls.propose(b).withAuthor("canary")).withShare(0.5))
            .build()
            .run();

    assertThat(canaries(result)).isNotEmpty();
    assertThat(inspected.subList(1, inspected.size()))
        .hasSize(30)
        .extracting(Candidate::author)
        .containsOnly(hopeless.name());
    Briefing last = briefings.get(briefings.size() - 1);
    assertThat(last.earlierAttempts())
        .hasSize(briefings.size() - 1)
        .allMatch(attempt -> attempt.canary().isEmpty());
  }

  @Test
  void that_can_not_be_made_cost_a_round_and_count_for_nothing() {
    Proposer none = briefing -> Proposal.nothing("no idea");
    Proposer same = briefing -> Proposal.of(ChangeSet.of(List.of()), "nothing at all");
    Proposer broken =
        briefing -> {
          throw new IllegalStateException("broken");
        };

    for (Proposer source : List.of(none, same, broken)) {
      RunResult result =
          hopelessLoop(30).withCanaries(Canaries.of(source).withShare(0.5)).build().run();

      assertThat(result.stopReason()).isEqualTo(StopReason.ROUNDS_SPENT);
      assertThat(canaries(result)).isNotEmpty();
      assertThat(result.canaries()).hasToString("no canary was decided");
      assertThat(result.canaries().falseAcceptBound()).isEqualTo(1);
    }
  }

  @Test
  void refused_ones_are_not_remembered() {
    Proposer sometimes =
        briefing ->
            briefing.round() % 2 == 0 ? nulls.propose(briefing) : hopeless.propose(briefing);

    RunResult result =
        loop(sometimes, evaluator, 30)
            .withCanaries(Canaries.of(nulls).withShare(0.5).withSeed(3))
            .build()
            .run();

    Attempt first =
        result.attempts().stream()
            .filter(a -> a.canary().isEmpty())
            .filter(a -> a.candidate().equals(canaries(result).get(0).candidate()))
            .findFirst()
            .orElseThrow();
    assertThat(first.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(first.stage()).isEqualTo(Stage.MEASURE);
  }

  @Test
  void need_a_share_of_the_rounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Canaries.of(nulls).withShare(0))
        .withMessageContaining("but is 0.0");
  }
}
