package dev.ratchet.guardrails.flow;

import java.util.List;
import java.util.Optional;

/**
 * A way to leave a body.
 *
 * @param how the word for it, with its label
 * @param frames the conditions, loops and handlers around it, from the outside in
 * @param fixed what it leaves with, if that is the same each time
 * @param isIdle whether nothing was done since a safeguard was asked
 * @param isFirst whether nothing was done before it at all
 * @param isRefusal whether it only refuses, for all callers to see
 */
public record Leave(
    String how,
    List<String> frames,
    Optional<String> fixed,
    boolean isIdle,
    boolean isFirst,
    boolean isRefusal) {
  /** Returns a leave; frames are copied. */
  public Leave {
    frames = List.copyOf(frames);
  }

  /** Returns whether another one leaves in the same way at the same place. */
  public boolean isLike(Leave other) {
    return how.equals(other.how) && frames.equals(other.frames);
  }
}
