package dev.ratchet.propose;

import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several proposers that take turns, one proposal each. Users create it.
 *
 * <p>Whose turn it is follows from the number of earlier attempts, so nothing is kept between
 * calls. One that has nothing to propose passes its turn on; nothing is proposed only when nobody
 * has anything.
 */
public final class TakingTurns implements Proposer {
  private final List<Proposer> proposers;

  private TakingTurns(List<Proposer> proposers) {
    this.proposers = List.copyOf(proposers);
  }

  /**
   * Returns proposers that take turns in this order; one listed twice gets two turns.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TakingTurns of(List<Proposer> proposers) {
    if (proposers.isEmpty()) {
      throw new IllegalArgumentException("Somebody has to take turns, but there is no proposer");
    }
    return new TakingTurns(proposers);
  }

  @Override
  public Proposal propose(Briefing briefing) throws Exception {
    int turn = briefing.earlierAttempts().size() % proposers.size();
    StringBuilder reasons = new StringBuilder();
    for (int i = 0; i < proposers.size(); i++) {
      Proposer proposer = proposers.get((turn + i) % proposers.size());
      Proposal proposal = proposer.propose(briefing);
      if (proposal.reasonForNothing().isEmpty()) {
        return proposal.author().isBlank() ? proposal.withAuthor(proposer.name()) : proposal;
      }
      reasons.append(reasons.isEmpty() ? "" : "; ");
      reasons.append(proposer.name()).append(": ").append(proposal.reasonForNothing().get());
    }
    return Proposal.nothing(reasons.toString());
  }

  @Override
  public String name() {
    return proposers.stream().map(Proposer::name).distinct().collect(Collectors.joining(" and "));
  }
}
