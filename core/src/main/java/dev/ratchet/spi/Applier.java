package dev.ratchet.spi;

import java.io.IOException;

/**
 * Something that writes an accepted edit where the target lives. Authors implement it.
 *
 * <p>Called once per accepted candidate; see the package for threads, deadlines and failures. It
 * refuses, with an exception and nothing written, when the place no longer holds the candidate's
 * base; when it fails halfway it puts everything back before it throws.
 */
@FunctionalInterface
public interface Applier {
  /**
   * Applies a candidate and returns a handle that can undo it.
   *
   * @throws IOException if nothing was applied, with the reason
   */
  Applied apply(Candidate candidate) throws IOException;

  /** Returns an applier that writes nothing: the kept tree is in the run's result. */
  static Applier inMemory() {
    return candidate -> Applied.inMemory(candidate.tree());
  }
}
