package dev.ratchet.spi;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An order to measure two trees on the same tasks. The loop creates it.
 *
 * @param baseline the tree in force
 * @param candidate the tree that wants to replace it
 * @param anchor the tree that accuracy is held against, so that small losses do not add up: the
 *     original, or a version that was shown to be more accurate
 * @param split the tasks to draw
 * @param seed the seed to draw them from; fresh for {@link Split#HELD_OUT}
 * @param wanted what the acceptance rule would have to see yet, asked by who can add evidence
 * @param refuses whether what was seen so far settles that the candidate is refused, asked by who
 *     can spare the rest; see {@link AcceptanceRule#refuses}
 */
public record Trial(
    SourceTree baseline,
    SourceTree candidate,
    SourceTree anchor,
    Split split,
    long seed,
    Function<Comparison, Evidence> wanted,
    Predicate<Comparison> refuses) {
  /** Returns a trial; no parameter may be null. */
  public Trial {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(anchor, "anchor");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(refuses, "refuses");
  }

  /**
   * Returns a trial whose baseline is the anchor, and for which one look at each task is enough and
   * needed.
   */
  public static Trial of(SourceTree baseline, SourceTree candidate, Split split, long seed) {
    return new Trial(
        baseline, candidate, baseline, split, seed, soFar -> Evidence.NONE, soFar -> false);
  }

  /** Returns this trial with the seed of further tasks. */
  public Trial withSeed(long newSeed) {
    return new Trial(baseline, candidate, anchor, split, newSeed, wanted, refuses);
  }

  /** Returns this trial with another anchor. */
  public Trial withAnchor(SourceTree newAnchor) {
    return new Trial(baseline, candidate, newAnchor, split, seed, wanted, refuses);
  }

  /** Returns this trial with a rule's wish for evidence. */
  public Trial withWanted(Function<Comparison, Evidence> newWanted) {
    return new Trial(baseline, candidate, anchor, split, seed, newWanted, refuses);
  }

  /** Returns this trial with a rule's word that a candidate is refused already. */
  public Trial withRefuses(Predicate<Comparison> newRefuses) {
    return new Trial(baseline, candidate, anchor, split, seed, wanted, newRefuses);
  }
}
