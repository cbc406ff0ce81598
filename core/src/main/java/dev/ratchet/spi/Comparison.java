package dev.ratchet.spi;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Split;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Two measurements on the same tasks, or the reason why there are none. Evaluators create it.
 *
 * <p>A missing value is never a score: the loop refuses the candidate without asking the acceptance
 * rule. Immutable.
 */
public final class Comparison {
  private record Pair(Measurement baseline, Measurement candidate) {}

  private final Split split;
  private final Optional<Pair> pair;
  private final String missing;
  private final Claim claim;

  private Comparison(Split split, Optional<Pair> pair, String missing, Claim claim) {
    this.split = Objects.requireNonNull(split, "split");
    this.pair = pair;
    this.missing = Objects.requireNonNull(missing, "missing");
    this.claim = Objects.requireNonNull(claim, "claim");
  }

  /**
   * Returns a complete comparison.
   *
   * @throws IllegalArgumentException if the two sides do not have the same tasks in the same order
   */
  public static Comparison of(Split split, Measurement baseline, Measurement candidate) {
    if (!taskIds(baseline).equals(taskIds(candidate))) {
      throw new IllegalArgumentException("Both sides must have the same tasks in the same order");
    }
    return new Comparison(split, Optional.of(new Pair(baseline, candidate)), "", Claim.ANY);
  }

  /** Returns a comparison that could not be made, with the reason. */
  public static Comparison missing(Split split, String reason) {
    return new Comparison(split, Optional.empty(), reason, Claim.ANY);
  }

  private static List<String> taskIds(Measurement measurement) {
    return measurement.results().stream().map(result -> result.taskId()).toList();
  }

  /** Returns this comparison with what the proposal is to be held to; the loop sets it. */
  public Comparison claiming(Claim newClaim) {
    return new Comparison(split, pair, missing, newClaim);
  }

  /** Returns what the proposal is to be held to. */
  public Claim claim() {
    return claim;
  }

  /** Returns the split that the tasks were drawn from. */
  public Split split() {
    return split;
  }

  /** Returns why there are no measurements; empty when there are. */
  public Optional<String> missing() {
    return pair.isPresent() ? Optional.empty() : Optional.of(missing);
  }

  /**
   * Returns what was measured of the baseline.
   *
   * @throws IllegalStateException if the comparison is missing
   */
  public Measurement baseline() {
    return measured().baseline();
  }

  /**
   * Returns what was measured of the candidate.
   *
   * @throws IllegalStateException if the comparison is missing
   */
  public Measurement candidate() {
    return measured().candidate();
  }

  private Pair measured() {
    return pair.orElseThrow(() -> new IllegalStateException("Nothing was measured: " + missing));
  }
}
