package dev.ratchet.spi;

import dev.ratchet.edit.ContentHash;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One round of the loop: the tree it started from and its attempts. The loop creates it.
 *
 * @param number the round, from 1
 * @param base hash of the tree that it started from
 * @param attempts the attempts, in their order; at least one
 */
public record Round(int number, ContentHash base, List<Attempt> attempts) {
  /**
   * Returns a round.
   *
   * @throws IllegalArgumentException if there is no attempt
   */
  public Round {
    Objects.requireNonNull(base, "base");
    attempts = List.copyOf(attempts);
    if (attempts.isEmpty()) {
      throw new IllegalArgumentException("A round has at least one attempt");
    }
  }

  /** Returns the attempt that was kept; empty when none was. */
  public Optional<Attempt> kept() {
    return attempts.stream().filter(Attempt::isKept).findFirst();
  }

  /** Returns the attempt that ended the round. */
  public Attempt last() {
    return attempts.get(attempts.size() - 1);
  }
}
