package dev.ratchet.spi;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import java.util.Objects;
import java.util.function.Function;

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
 */
public record Trial(
    SourceTree baseline,
    SourceTree candidate,
    SourceTree anchor,
    Split split,
    long seed,
    Function<Comparison, Evidence> wanted) {
  /** Returns a trial; no parameter may be null. */
  public Trial {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(anchor, "anchor");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(wanted, "wanted");
  }

  /**
   * Returns a trial whose baseline is the anchor, and for which one look at each task is enough.
   */
  public static Trial of(SourceTree baseline, SourceTree candidate, Split split, long seed) {
    return new Trial(baseline, candidate, baseline, split, seed, soFar -> Evidence.NONE);
  }

  /** Returns this trial with the seed of further tasks. */
  public Trial withSeed(long newSeed) {
    return new Trial(baseline, candidate, anchor, split, newSeed, wanted);
  }

  /** Returns this trial with another anchor. */
  public Trial withAnchor(SourceTree newAnchor) {
    return new Trial(baseline, candidate, newAnchor, split, seed, wanted);
  }

  /** Returns this trial with a rule's wish for evidence. */
  public Trial withWanted(Function<Comparison, Evidence> newWanted) {
    return new Trial(baseline, candidate, anchor, split, seed, newWanted);
  }
}
