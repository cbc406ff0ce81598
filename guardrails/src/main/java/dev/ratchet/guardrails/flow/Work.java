package dev.ratchet.guardrails.flow;

import java.util.List;
import java.util.Set;

/**
 * Something that a body does that others can see.
 *
 * @param name what is called, created or written
 * @param about what it is done with
 * @param guards the safeguards that were asked before it, with what they had to say
 * @param line the line, from 1
 */
public record Work(String name, List<String> about, Set<String> guards, int line) {
  /** The name of work that undoes what a safeguard was asked about each element for. */
  public static final String REFILLING = "adding to what was sifted";

  /** Returns work; collections are copied. */
  public Work {
    about = List.copyOf(about);
    guards = Set.copyOf(guards);
  }
}
