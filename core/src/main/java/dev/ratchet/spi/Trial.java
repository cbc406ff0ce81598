package dev.ratchet.spi;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import java.util.Objects;

/**
 * An order to measure two trees on the same tasks. The loop creates it.
 *
 * @param baseline the tree in force
 * @param candidate the tree that wants to replace it
 * @param split the tasks to draw
 * @param seed the seed to draw them from; fresh for {@link Split#HELD_OUT}
 */
public record Trial(SourceTree baseline, SourceTree candidate, Split split, long seed) {
  /** Returns a trial; no parameter may be null. */
  public Trial {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(split, "split");
  }
}
