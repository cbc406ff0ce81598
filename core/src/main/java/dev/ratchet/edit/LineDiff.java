package dev.ratchet.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines in which two files differ.
 *
 * <p>Lines are byte strings, one character a byte, with the line feed that ends them; only the last
 * may lack it. So joining the lines gives back the file, whatever its encoding and line ends.
 *
 * @param before the lines of the old file
 * @param after the lines of the new file
 * @param edits the runs that differ, in order, apart from each other
 */
record LineDiff(List<String> before, List<String> after, List<Edit> edits) {

  /** Beyond this many lines that differ, one edit replaces them all: a diff in bounded time. */
  private static final int MOST_COMPARED = 20_000;

  /**
   * A run of old lines that is replaced by a run of new lines; one of them may be empty.
   *
   * @param oldStart index of the first old line
   * @param oldEnd index after the last old line
   * @param newStart index of the first new line
   * @param newEnd index after the last new line
   */
  record Edit(int oldStart, int oldEnd, int newStart, int newEnd) {}

  static LineDiff of(Change change) {
    return of(
        change.before().map(SourceFile::latin1).orElse(""),
        change.after().map(SourceFile::latin1).orElse(""));
  }

  static LineDiff of(String before, String after) {
    List<String> old = split(before);
    List<String> now = split(after);
    int start = 0;
    while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
      start++;
    }
    int oldEnd = old.size();
    int newEnd = now.size();
    while (Math.min(oldEnd, newEnd) > start && old.get(oldEnd - 1).equals(now.get(newEnd - 1))) {
      oldEnd--;
      newEnd--;
    }
    return new LineDiff(old, now, edits(old, now, new Edit(start, oldEnd, start, newEnd)));
  }

  private static List<Edit> edits(List<String> old, List<String> now, Edit range) {
    if (range.oldStart() == range.oldEnd() && range.newStart() == range.newEnd()) {
      return List.of();
    }
    if (range.oldEnd() - range.oldStart() + range.newEnd() - range.newStart() > MOST_COMPARED) {
      return List.of(range);
    }
    List<Edit> edits = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(
                old.subList(range.oldStart(), range.oldEnd()),
                now.subList(range.newStart(), range.newEnd()),
                new MyersDiffWithLinearSpace<>())
            .getDeltas()) {
      Edit edit = edit(delta.getSource(), delta.getTarget(), range);
      Edit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
      if (last != null && last.oldEnd() == edit.oldStart() && last.newEnd() == edit.newStart()) {
        edit = new Edit(last.oldStart(), edit.oldEnd(), last.newStart(), edit.newEnd());
        edits.remove(last);
      }
      edits.add(edit);
    }
    return edits;
  }

  private static Edit edit(Chunk<String> source, Chunk<String> target, Edit range) {
    int oldStart = range.oldStart() + source.getPosition();
    int newStart = range.newStart() + target.getPosition();
    return new Edit(oldStart, oldStart + source.size(), newStart, newStart + target.size());
  }

  /** Returns the lines of a text, each with the line feed that ends it. */
  static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** Returns the bytes that the lines stand for. */
  static byte[] join(List<String> lines) {
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  int added() {
    return edits.stream().mapToInt(edit -> edit.newEnd() - edit.newStart()).sum();
  }

  int removed() {
    return edits.stream().mapToInt(edit -> edit.oldEnd() - edit.oldStart()).sum();
  }
}
