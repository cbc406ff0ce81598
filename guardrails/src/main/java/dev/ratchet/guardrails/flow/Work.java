package dev.ratchet.guardrails.flow;

import java.util.Set;

/**
 * Something that a body does that others can see.
 *
 * @param name what is called, created or written
 * @param guards the safeguards that were asked before it, with what they had to say
 * @param line the line, from 1
 */
public record Work(String name, Set<String> guards, int line) {

  /** Returns work; the set is copied. */
  public Work {
    guards = Set.copyOf(guards);
  }
}
