package dev.ratchet.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run may spend, in several currencies at once. Users create it.
 *
 * <p>Immutable; the {@code with} methods return copies. A part that is not set is unlimited, save
 * the rounds. The run stops before it would go over.
 *
 * @param rounds rounds at most
 * @param wallTime elapsed time at most, checked between stages; empty for no limit
 * @param proposals proposals asked for at most
 * @param evaluations evaluations (comparisons of two trees) at most
 * @param cost what proposers may report in sum
 */
public record Budget(
    int rounds, Optional<Duration> wallTime, long proposals, long evaluations, Cost cost) {

  private static final Cost UNLIMITED = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);

  /**
   * Returns a budget.
   *
   * @throws IllegalArgumentException if a part is negative, or there is no round
   */
  public Budget {
    Objects.requireNonNull(wallTime, "wallTime");
    Objects.requireNonNull(cost, "cost");
    if (rounds < 1 || proposals < 0 || evaluations < 0) {
      throw new IllegalArgumentException(
          "A budget has at least one round and no negative part, but has rounds="
              + rounds
              + ", proposals="
              + proposals
              + ", evaluations="
              + evaluations);
    }
    if (wallTime.isPresent() && wallTime.get().isNegative()) {
      throw new IllegalArgumentException("wallTime must not be negative, but is " + wallTime.get());
    }
  }

  /** Returns a budget of this many rounds and no other limit. */
  public static Budget rounds(int rounds) {
    return new Budget(rounds, Optional.empty(), Long.MAX_VALUE, Long.MAX_VALUE, UNLIMITED);
  }

  /** Returns this budget with a limit on elapsed time. */
  public Budget withWallTime(Duration limit) {
    return new Budget(rounds, Optional.of(limit), proposals, evaluations, cost);
  }

  /** Returns this budget with a limit on proposals. */
  public Budget withProposals(long limit) {
    return new Budget(rounds, wallTime, limit, evaluations, cost);
  }

  /** Returns this budget with a limit on evaluations. */
  public Budget withEvaluations(long limit) {
    return new Budget(rounds, wallTime, proposals, limit, cost);
  }

  /** Returns this budget with a limit on reported cost. */
  public Budget withCost(Cost limit) {
    return new Budget(rounds, wallTime, proposals, evaluations, limit);
  }
}
