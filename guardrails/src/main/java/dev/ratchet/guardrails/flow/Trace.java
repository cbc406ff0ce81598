package dev.ratchet.guardrails.flow;

import java.util.List;

/**
 * What happens in a body.
 *
 * @param guards the guard calls, in order
 * @param work the work, in order
 * @param made the things that are made, each with the safeguards that were asked about all of it
 * @param loose what goes round the safeguards that are asked
 */
public record Trace(List<GuardCall> guards, List<Work> work, List<Work> made, List<Loose> loose) {

  /** Returns a trace; lists are copied. */
  public Trace {
    guards = List.copyOf(guards);
    work = List.copyOf(work);
    made = List.copyOf(made);
    loose = List.copyOf(loose);
  }
}
