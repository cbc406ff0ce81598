package dev.ratchet.verdict;

import dev.ratchet.edit.SourcePath;
import java.util.Objects;

/**
 * A place in a tree that a finding speaks of. Checks create it.
 *
 * @param path the file as text, since a refused name need not be a valid path; empty for none
 * @param line the line from 1; 0 for the whole file
 */
public record Place(String path, int line) {
  /** No place in particular. */
  public static final Place NONE = new Place("", 0);

  /**
   * Returns a place.
   *
   * @throws IllegalArgumentException if {@code line} is negative
   */
  public Place {
    Objects.requireNonNull(path, "path");
    if (line < 0) {
      throw new IllegalArgumentException("line must not be negative, but is " + line);
    }
  }

  /** Returns the place of a whole file. */
  public static Place of(SourcePath path) {
    return new Place(path.value(), 0);
  }

  /** Returns a line of a file, counted from 1. */
  public static Place of(SourcePath path, int line) {
    return new Place(path.value(), line);
  }

  @Override
  public String toString() {
    return line == 0 ? path : path + ":" + line;
  }
}
