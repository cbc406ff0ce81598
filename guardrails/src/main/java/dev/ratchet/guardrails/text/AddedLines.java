package dev.ratchet.guardrails.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a text that it had not before, however often they were moved.
 *
 * <p>A line counts as added if it stands more often in the new text than in the old one. Unlike a
 * diff this can't be led astray by moving lines around, and takes time in proportion to the text.
 */
public final class AddedLines {
  private final List<String> lines;
  private final BitSet added;

  private AddedLines(List<String> lines, BitSet added) {
    this.lines = lines;
    this.added = added;
  }

  public static AddedLines of(String before, String after) {
    Map<String, Integer> known = new HashMap<>();
    split(before).forEach(line -> known.merge(line, 1, Integer::sum));
    List<String> lines = split(after);
    BitSet added = new BitSet();
    for (int i = 0; i < lines.size(); i++) {
      int left = known.merge(lines.get(i), -1, Integer::sum);
      added.set(i, left < 0);
    }
    return new AddedLines(lines, added);
  }

  /** Returns the lines with their ends; a line ends at a line feed. */
  public static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** Returns whether a line, counted from 1, is new. */
  public boolean contains(int line) {
    return added.get(Math.max(0, line - 1));
  }

  /** Says of each added line its number, from 1, and its text with its end. */
  public void forEach(LineVisitor visitor) {
    added.stream().forEach(i -> visitor.visit(i + 1, lines.get(i)));
  }

  /** Something that looks at lines. */
  @FunctionalInterface
  public interface LineVisitor {
    void visit(int number, String line);
  }
}
