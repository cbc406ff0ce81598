package dev.ratchet.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Spending;
import dev.ratchet.spi.Stage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TakingTurnsTest {
  private record Named(String name, boolean hasIdea) implements Proposer {
    @Override
    public Proposal propose(Briefing briefing) {
      return hasIdea ? Proposal.of(ChangeSet.of(List.of()), name) : Proposal.nothing("tired");
    }
  }

  private static Briefing after(int attempts) {
    List<Round> history =
        IntStream.rangeClosed(1, attempts)
            .mapToObj(
                i ->
                    new Round(
                        i,
                        ContentHash.ofText(""),
                        List.of(
                            Attempt.builder(1, "x").end(Stage.GUARD, Attempt.Outcome.REJECTED))))
            .toList();
    return new Briefing(
        "",
        attempts + 1,
        1,
        SourceTree.empty(),
        Insight.NONE,
        List.of(),
        history,
        List.of(),
        Budget.rounds(99),
        Spending.NONE,
        1);
  }

  @Test
  void each_has_its_turn() throws Exception {
    TakingTurns turns = TakingTurns.of(List.of(new Named("a", true), new Named("b", true)));

    assertThat(turns.propose(after(0)).author()).isEqualTo("a");
    assertThat(turns.propose(after(1)).author()).isEqualTo("b");
    assertThat(turns.propose(after(2)).author()).isEqualTo("a");
  }

  @Test
  void who_has_nothing_passes_the_turn_on() throws Exception {
    TakingTurns turns = TakingTurns.of(List.of(new Named("a", false), new Named("b", true)));

    assertThat(turns.propose(after(0)).author()).isEqualTo("b");
  }

  @Test
  void nothing_is_proposed_only_when_nobody_has_anything() throws Exception {
    TakingTurns turns = TakingTurns.of(List.of(new Named("a", false), new Named("b", false)));

    assertThat(turns.propose(after(0)).reasonForNothing()).contains("a: tired; b: tired");
  }

  @Test
  void the_name_tells_who_takes_part() {
    Named a = new Named("a", true);

    assertThat(TakingTurns.of(List.of(a, a, new Named("b", true))).name()).isEqualTo("a and b");
  }

  @Test
  void somebody_has_to_take_part() {
    assertThatIllegalArgumentException().isThrownBy(() -> TakingTurns.of(List.of()));
  }
}
