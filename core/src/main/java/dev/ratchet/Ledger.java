package dev.ratchet;

import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Cost;
import dev.ratchet.spi.Spending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a run may spend and has spent. Safe for many threads. */
final class Ledger {
  private final Budget budget;
  private final Clock clock;
  private final Instant start;
  private int rounds;
  private long proposals;
  private long evaluations;
  private Cost cost = Cost.NONE;

  Ledger(Budget budget, Clock clock, Spending before) {
    this.budget = budget;
    this.clock = clock;
    this.start = clock.instant().minus(before.wallTime());
    this.rounds = before.rounds();
    this.proposals = before.proposals();
    this.evaluations = before.evaluations();
    this.cost = before.cost();
  }

  Budget budget() {
    return budget;
  }

  synchronized Spending spent() {
    return new Spending(
        rounds, Duration.between(start, clock.instant()), proposals, evaluations, cost);
  }

  synchronized void round() {
    rounds++;
  }

  synchronized void proposal() {
    proposals++;
  }

  synchronized void pay(Cost more) {
    cost = cost.plus(more);
  }

  synchronized void evaluation() {
    evaluations++;
  }

  /** Returns why no further round may begin. */
  synchronized Optional<StopReason> beforeRound() {
    return rounds >= budget.rounds() ? Optional.of(StopReason.ROUNDS_SPENT) : beforeProposal();
  }

  /** Returns why no further proposal may be asked for. */
  synchronized Optional<StopReason> beforeProposal() {
    if (proposals >= budget.proposals()) {
      return Optional.of(StopReason.PROPOSALS_SPENT);
    }
    if (cost.tokens() >= budget.cost().tokens() || cost.micros() >= budget.cost().micros()) {
      return Optional.of(StopReason.COST_SPENT);
    }
    return beforeEvaluation();
  }

  /** Returns why no further evaluation may be made. */
  synchronized Optional<StopReason> beforeEvaluation() {
    if (evaluations >= budget.evaluations()) {
      return Optional.of(StopReason.EVALUATIONS_SPENT);
    }
    return timeUp() ? Optional.of(StopReason.TIME_SPENT) : Optional.empty();
  }

  /** Returns how many evaluations may still be made. */
  synchronized long evaluationsLeft() {
    return Math.max(0, budget.evaluations() - evaluations);
  }

  private boolean timeUp() {
    return budget.wallTime().filter(limit -> spent().wallTime().compareTo(limit) >= 0).isPresent();
  }
}
