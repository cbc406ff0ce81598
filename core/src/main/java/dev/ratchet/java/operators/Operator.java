package dev.ratchet.java.operators;

import java.util.List;

/**
 * A kind of small edit to Java code. Users implement it to add their own to the search.
 *
 * <p>Called once per version of a file, on the thread of the proposer; it must not block, and must
 * return the same rewrites for the same file. An operator that throws ends the attempt as refused.
 */
public interface Operator {
  /** What an operator is good for. */
  enum Kind {
    /** It keeps what the program means and saves work. */
    EFFICIENCY,
    /** It changes what the program means, as a person who mends a slip would. */
    REPAIR
  }

  /** Returns its name, unique in a catalogue, in lower case with hyphens. */
  String name();

  /** Returns what it is good for. */
  Kind kind();

  /** Returns a sentence that says why such an edit may help. */
  String why();

  /** Returns all rewrites that apply to a file, in the order of their places. */
  List<Rewrite> rewrites(SourceUnit unit, Program program);
}
