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
 * rule. A comparison that was broken off because the tasks seen so far refuse the candidate is
 * partial: something of it is {@link #missing}, and nothing is ever accepted on it. Immutable.
 */
public final class Comparison {
  private record Sides(Measurement baseline, Measurement candidate, Measurement anchor) {}

  private final Split split;
  private final Optional<Sides> sides;
  private final String missing;
  private final Claim claim;
  private final Entry entry;
  private final List<Duet> duets;
  private final int unseen;

  private Comparison(
      Split split,
      Optional<Sides> sides,
      String missing,
      Claim claim,
      Entry entry,
      List<Duet> duets,
      int unseen) {
    this.split = Objects.requireNonNull(split, "split");
    this.sides = sides;
    this.missing = Objects.requireNonNull(missing, "missing");
    this.claim = Objects.requireNonNull(claim, "claim");
    this.entry = Objects.requireNonNull(entry, "entry");
    this.duets = List.copyOf(duets);
    this.unseen = unseen;
  }

  /**
   * Returns a complete comparison; accuracy is held against the baseline.
   *
   * @throws IllegalArgumentException if the two sides do not have the same tasks in the same order
   */
  public static Comparison of(Split split, Measurement baseline, Measurement candidate) {
    return missing(split, "not measured").measured(baseline, candidate, baseline);
  }

  /** Returns a comparison that could not be made, with the reason. */
  public static Comparison missing(Split split, String reason) {
    return new Comparison(split, Optional.empty(), reason, Claim.ANY, Entry.NONE, List.of(), 0);
  }

  private Comparison measured(Measurement baseline, Measurement candidate, Measurement anchor) {
    List<String> tasks = taskIds(baseline);
    if (!tasks.equals(taskIds(candidate)) || !tasks.equals(taskIds(anchor))) {
      throw new IllegalArgumentException("All sides must have the same tasks in the same order");
    }
    Sides all = new Sides(baseline, candidate, anchor);
    return new Comparison(split, Optional.of(all), missing, claim, entry, duets, unseen);
  }

  private static List<String> taskIds(Measurement measurement) {
    return measurement.results().stream().map(result -> result.taskId()).toList();
  }

  /** Returns this comparison with what the proposal is to be held to; the loop sets it. */
  public Comparison claiming(Claim newClaim) {
    return new Comparison(split, sides, missing, newClaim, entry, duets, unseen);
  }

  /** Returns this comparison with the entry that it is; the loop sets it. */
  public Comparison entering(Entry newEntry) {
    return new Comparison(split, sides, missing, claim, newEntry, duets, unseen);
  }

  /**
   * Returns this comparison with what the anchor made of the same tasks.
   *
   * @throws IllegalArgumentException if it has other tasks
   * @throws IllegalStateException if the comparison is missing
   */
  public Comparison against(Measurement anchor) {
    return measured(baseline(), candidate(), anchor);
  }

  /** Returns this comparison with what forks said, in their order, instead of what it had. */
  public Comparison withDuets(List<Duet> newDuets) {
    return new Comparison(split, sides, missing, claim, entry, newDuets, unseen);
  }

  /**
   * Returns this comparison as a part: so many tasks were drawn beside those that it holds.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Comparison withUnseen(int tasks) {
    if (tasks < 0) {
      throw new IllegalArgumentException("tasks must not be negative, but is " + tasks);
    }
    return new Comparison(split, sides, missing, claim, entry, duets, tasks);
  }

  /** Returns how many tasks were drawn beside those that it holds; 0 when it is complete. */
  public int unseen() {
    return unseen;
  }

  /** Returns whether it holds some of the tasks that were drawn, and not all. */
  public boolean isPartial() {
    return sides.isPresent() && unseen > 0;
  }

  /** Returns what forks said, in the order in which they ran. */
  public List<Duet> duets() {
    return duets;
  }

  /** Returns which entry of the run this is. */
  public Entry entry() {
    return entry;
  }

  /** Returns what the proposal is to be held to. */
  public Claim claim() {
    return claim;
  }

  /** Returns the split that the tasks were drawn from. */
  public Split split() {
    return split;
  }

  /** Returns why measurements are not there, or not all; empty when they are. */
  public Optional<String> missing() {
    if (isPartial()) {
      int seen = baseline().results().size();
      return Optional.of("It was broken off after %d of %d tasks".formatted(seen, seen + unseen));
    }
    return sides.isPresent() ? Optional.empty() : Optional.of(missing);
  }

  /**
   * Returns what was measured of the baseline.
   *
   * @throws IllegalStateException if there is none at all
   */
  public Measurement baseline() {
    return measured().baseline();
  }

  /**
   * Returns what was measured of the candidate.
   *
   * @throws IllegalStateException if there is none at all
   */
  public Measurement candidate() {
    return measured().candidate();
  }

  /**
   * Returns what was measured of the anchor, which accuracy is held against.
   *
   * @throws IllegalStateException if there is none at all
   */
  public Measurement anchor() {
    return measured().anchor();
  }

  private Sides measured() {
    return sides.orElseThrow(() -> new IllegalStateException("Nothing was measured: " + missing));
  }
}
