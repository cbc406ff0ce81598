package dev.ratchet.spi;

import java.time.Duration;

/**
 * What a run has spent so far. The loop creates it.
 *
 * @param rounds rounds begun
 * @param wallTime elapsed time
 * @param proposals proposals asked for
 * @param evaluations evaluations made
 * @param cost sum of what proposers reported
 */
public record Spending(int rounds, Duration wallTime, long proposals, long evaluations, Cost cost) {
  /** Nothing spent yet. */
  public static final Spending NONE = new Spending(0, Duration.ZERO, 0, 0, Cost.NONE);
}
