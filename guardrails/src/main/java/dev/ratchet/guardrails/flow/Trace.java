package dev.ratchet.guardrails.flow;

import java.util.List;

/**
 * What happens in a body.
 *
 * @param guards the guard calls, in order
 * @param work the work, in order
 */
public record Trace(List<GuardCall> guards, List<Work> work) {

  /** Returns a trace; lists are copied. */
  public Trace {
    guards = List.copyOf(guards);
    work = List.copyOf(work);
  }
}
