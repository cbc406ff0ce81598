package dev.ratchet.java.operators;

import java.util.Objects;

/**
 * A text that takes the place of a range of a file. Operators create it through {@link Draft}.
 *
 * @param start offset of the first character replaced
 * @param end offset after the last one; equal to {@code start} for an insertion
 * @param text the new text
 * @param whole whether the text has to be exactly one node of the resulting syntax tree
 */
public record Splice(int start, int end, String text, boolean whole) {
  /**
   * Returns a splice.
   *
   * @throws IllegalArgumentException if the range is none
   */
  public Splice {
    Objects.requireNonNull(text, "text");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a range: " + start + " to " + end);
    }
  }
}
