package dev.ratchet.edit;

import java.util.List;
import java.util.Optional;

/**
 * Old lines of a file and the new lines in their place.
 *
 * @param number which of its file's hunks it is, counted from 1
 * @param line the line of the patch at which it begins
 * @param stated where its header says it belongs, or empty if it does not say
 * @param before the old lines, with context
 * @param after the new lines, with context
 */
record Hunk(int number, int line, Optional<Place> stated, List<String> before, List<String> after) {

  /**
   * Where a header with right counts puts a hunk, as indices of lines counted from 0.
   *
   * @param old the index in the old file
   * @param now the index in the new file
   */
  record Place(int old, int now) {}

  boolean changesNothing() {
    return before.equals(after);
  }

  boolean fits(List<String> lines, int at) {
    return at >= 0
        && at + before.size() <= lines.size()
        && lines.subList(at, at + before.size()).equals(before);
  }
}
