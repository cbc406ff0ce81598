package dev.ratchet.edit;

import java.util.List;

/** The lines of a diff and how far it is read. */
final class DiffLines {

  private final List<String> lines;
  private int at;

  DiffLines(String latin1) {
    lines = LineDiff.split(latin1);
  }

  boolean hasNext() {
    return at < lines.size();
  }

  /** Returns whether something other than empty lines is left. */
  boolean hasText() {
    return lines.subList(at, lines.size()).stream().anyMatch(line -> !line.isBlank());
  }

  /** Returns the number of the next line, counted from 1. */
  int number() {
    return at + 1;
  }

  /** Returns the next line without what ends it; a CR before the line feed ends it too. */
  String nextHeader() {
    return withoutEnd(lines.get(at++));
  }

  /** Returns whether the next line begins like this. */
  boolean at(String start) {
    return startsWith(at, start);
  }

  boolean isBlank() {
    return withoutEnd(lines.get(at)).isBlank();
  }

  /** Returns whether the next two lines name the old and the new file. */
  boolean atFileNames() {
    return startsWith(at, "--- ") && startsWith(at + 1, "+++ ");
  }

  /** Returns whether a file with a hunk begins here: more than a body is likely to look like. */
  boolean atFileWithHunk() {
    return atFileNames() && startsWith(at + 2, "@@");
  }

  /** Returns whether the next line may belong to the body of a hunk. */
  boolean atBody() {
    return hasNext() && (isEmptyContext() || " +-\\".indexOf(lines.get(at).charAt(0)) >= 0);
  }

  /** Returns whether the next line is a context line whose only space got lost. */
  boolean isEmptyContext() {
    return withoutEnd(lines.get(at)).isEmpty();
  }

  /** Returns whether the next line is the one that begins the signature of a mail. */
  boolean atSignature() {
    return hasNext() && withoutEnd(lines.get(at)).equals("-- ");
  }

  /** Returns the next line with what ends it; the last line of a text is completed. */
  String nextBody() {
    String line = lines.get(at++);
    return line.endsWith("\n") ? line : line + "\n";
  }

  void skipBody() {
    while (atBody() && !atFileNames()) {
      at++;
    }
  }

  /** Returns where reading stands, to come back to. */
  int mark() {
    return at;
  }

  void backTo(int mark) {
    at = mark;
  }

  private boolean startsWith(int index, String start) {
    return index < lines.size() && lines.get(index).startsWith(start);
  }

  private static String withoutEnd(String line) {
    String withoutFeed = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    return withoutFeed.endsWith("\r")
        ? withoutFeed.substring(0, withoutFeed.length() - 1)
        : withoutFeed;
  }
}
