package dev.ratchet.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one hunk of a unified diff.
 *
 * <p>If its header counts lines and the counts are right, they say where the body ends. Otherwise
 * the body ends at the first line that cannot belong to it, and the header's numbers are dropped,
 * so that the hunk has to fit at exactly one place.
 */
final class HunkParser {

  private static final Pattern NUMBERED =
      Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");
  private static final Pattern UNNUMBERED = Pattern.compile("@@|@@ ?(\\.\\.\\.)? ?@@.*");

  private final Draft draft;
  private final DiffLines lines;
  private final int number;
  private final int start;
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  /** The sign of the last line of the body, or the marker's if there is none or it is a marker. */
  private char lastSign = '\\';

  HunkParser(Draft draft, DiffLines lines, int number) {
    this.draft = draft;
    this.lines = lines;
    this.number = number;
    this.start = lines.number();
  }

  /** Returns the hunk, or empty if there is a problem, and goes on behind it in both cases. */
  Optional<Hunk> parse() {
    String header = lines.nextHeader();
    Matcher numbered = NUMBERED.matcher(header);
    if (numbered.matches()) {
      return numbered(numbered);
    }
    if (!UNNUMBERED.matcher(header).matches()) {
      lines.skipBody();
      return refuse(
          "its header "
              + Quoted.text(header)
              + " is malformed; write @@ -1,3 +1,4 @@ or @@ ... @@");
    }
    return byBody() ? hunk(Optional.empty()) : Optional.empty();
  }

  private Optional<Hunk> numbered(Matcher header) {
    int oldCount = count(header.group(2));
    int newCount = count(header.group(4));
    int body = lines.mark();
    if (byCounts(oldCount, newCount)) {
      int old = index(header.group(1), oldCount);
      int now = index(header.group(3), newCount);
      return hunk(Optional.of(new Hunk.Place(old, now)));
    }
    lines.backTo(body);
    before.clear();
    after.clear();
    lastSign = '\\';
    if (!byBody()) {
      return Optional.empty();
    }
    boolean isShort = before.size() < oldCount || after.size() < newCount;
    if (isShort && !lines.hasText()) {
      return refuse(
          "the patch ends before the "
              + oldCount
              + " old and "
              + newCount
              + " new lines that its header counts, so it may be cut off;"
              + " complete it, correct the counts, or write @@ ... @@");
    }
    return hunk(Optional.empty());
  }

  private static int count(@Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  /** An empty range is named by the line before it. */
  private static int index(String digits, int count) {
    return count == 0 ? Integer.parseInt(digits) : Integer.parseInt(digits) - 1;
  }

  private boolean byCounts(int oldCount, int newCount) {
    while (before.size() < oldCount || after.size() < newCount || lines.at("\\")) {
      if (!lines.atBody() || !take()) {
        return false;
      }
    }
    boolean bodyGoesOn = lines.atBody() && !lines.isEmptyContext();
    return before.size() == oldCount
        && after.size() == newCount
        && (!bodyGoesOn || lines.atFileNames() || lines.atSignature());
  }

  private boolean byBody() {
    int end = lines.mark();
    int oldEnd = 0;
    int newEnd = 0;
    while (lines.atBody() && !lines.atFileWithHunk()) {
      boolean isEmpty = lines.isEmptyContext();
      if (!take()) {
        lines.skipBody();
        refuse("a line about a missing newline has to follow the last line of a file");
        return false;
      }
      if (!isEmpty) {
        end = lines.mark();
        oldEnd = before.size();
        newEnd = after.size();
      }
    }
    lines.backTo(end);
    before.subList(oldEnd, before.size()).clear();
    after.subList(newEnd, after.size()).clear();
    return true;
  }

  /** Takes a line of the body; returns false if it is a marker that nothing can come before. */
  private boolean take() {
    boolean isEmptyContext = lines.isEmptyContext();
    String line = lines.nextBody();
    char sign = isEmptyContext ? ' ' : line.charAt(0);
    String text = isEmptyContext ? line : line.substring(1);
    if (sign == '\\') {
      return dropNewline();
    }
    if (sign != '+') {
      before.add(text);
    }
    if (sign != '-') {
      after.add(text);
    }
    lastSign = sign;
    return true;
  }

  private boolean dropNewline() {
    char sign = lastSign;
    lastSign = '\\';
    if (sign == ' ' || sign == '-') {
      dropNewline(before);
    }
    if (sign == ' ' || sign == '+') {
      dropNewline(after);
    }
    return sign != '\\';
  }

  private static void dropNewline(List<String> lines) {
    String last = lines.remove(lines.size() - 1);
    lines.add(last.substring(0, last.length() - 1));
  }

  private Optional<Hunk> hunk(Optional<Hunk.Place> stated) {
    if (endsEarly(before) || endsEarly(after)) {
      return refuse("a line about a missing newline has to follow the last line of a file");
    }
    return Optional.of(new Hunk(number, start, stated, List.copyOf(before), List.copyOf(after)));
  }

  private static boolean endsEarly(List<String> lines) {
    return lines.stream().limit(Math.max(0, lines.size() - 1)).anyMatch(l -> !l.endsWith("\n"));
  }

  private Optional<Hunk> refuse(String message) {
    draft.refuse(new PatchProblem("", start, number, message, ""));
    return Optional.empty();
  }
}
