package dev.ratchet.guardrails.flow;

/**
 * A use of a thing that goes round what a safeguard was asked about it.
 *
 * @param member the safeguard
 * @param kind how it goes round it
 * @param line the line, from 1
 */
public record Loose(String member, Kind kind, int line) {
  /** How a thing goes round a safeguard. */
  public enum Kind {
    /** It is used as it is, where a safeguard should have made something of it. */
    RAW,
    /** It is used whole, where each element should have been asked about. */
    WHOLE,
    /** It is kept beyond its turn in a loop before it was asked about. */
    KEPT,
    /** It was changed after it was asked about. */
    CHANGED
  }
}
