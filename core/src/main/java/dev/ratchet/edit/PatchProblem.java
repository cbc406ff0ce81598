package dev.ratchet.edit;

import java.util.StringJoiner;

/**
 * A reason why a patch is refused, written so that its author can act on it. Users call it.
 *
 * @param path the file as the patch spells it, or empty if the problem is not about one file
 * @param line the line of the patch, counted from 1, or 0 if there is none to name
 * @param hunk the number of the hunk, block or change within its file, counted from 1, or 0
 * @param message what is wrong and how to put it right
 * @param nearest what the tree has instead, closest to what the patch expects, or empty
 */
public record PatchProblem(String path, int line, int hunk, String message, String nearest) {

  /** Returns all parts as text, in the form a proposer should be shown. */
  @Override
  public String toString() {
    StringJoiner place = new StringJoiner(", ", "", ": ").setEmptyValue("");
    if (!path.isEmpty()) {
      place.add(path);
    }
    if (hunk > 0) {
      place.add("part " + hunk);
    }
    if (line > 0) {
      place.add("line " + line + " of the patch");
    }
    String text = place + message;
    return nearest.isEmpty() ? text.toString() : text + "\nNearest match:\n" + nearest;
  }
}
