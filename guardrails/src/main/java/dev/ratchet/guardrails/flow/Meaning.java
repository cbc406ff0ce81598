package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import java.util.Optional;

/** What the names in a body mean to a walk through it. */
public interface Meaning {
  /** Returns the safeguard that an expression asks or reads. */
  Optional<String> guard(Piece piece);

  /**
   * Returns what a call or creation does beyond computing a value, as a name for it; empty if it
   * does nothing that others could see.
   *
   * @param isFresh whether its receiver is known in this body only
   */
  Optional<String> work(Piece piece, boolean isFresh);

  /** Returns the type of the program that an expression makes a thing of. */
  Optional<String> made(Piece piece);

  /** Returns the body that a call runs, if it is to be read in its place. */
  Optional<Body> helper(Piece call);

  /** Returns the name of a method or field as both versions of the program call it. */
  String name(String name);

  /** Returns the literal that a constant of this name stands for. */
  Optional<String> constant(String name);

  /** Returns whether a handler for these types may take what a safeguard throws. */
  boolean mayTake(String types);
}
