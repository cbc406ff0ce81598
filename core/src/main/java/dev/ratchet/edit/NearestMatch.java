package dev.ratchet.edit;

import java.util.List;

/**
 * The place in a file that is most like the lines a hunk expects, for its author to see.
 *
 * @param difference how it differs, to go on with a sentence; empty if it is hardly alike
 * @param shown the lines at that place with their numbers, or empty
 */
record NearestMatch(String difference, String shown) {

  private static final int SHOWN_LINES = 12;
  private static final long MOST_WORK = 4_000_000;
  static final NearestMatch NONE = new NearestMatch("", "");

  static NearestMatch find(List<String> lines, List<String> wanted) {
    if (wanted.isEmpty() || (long) lines.size() * wanted.size() > MOST_WORK) {
      return NONE;
    }
    List<String> squeezed = squeezed(lines);
    List<String> squeezedWanted = squeezed(wanted);
    int best = 0;
    int bestScore = 0;
    for (int at = 0; at < lines.size(); at++) {
      int score = common(lines, wanted, at) + 2 * common(squeezed, squeezedWanted, at);
      if (score > bestScore) {
        best = at;
        bestScore = score;
      }
    }
    return bestScore == 0 ? NONE : describe(lines, wanted, best);
  }

  /** Counts equal lines; empty ones are alike everywhere and say nothing. */
  private static int common(List<String> lines, List<String> wanted, int at) {
    int common = 0;
    for (int i = 0; i < Math.min(wanted.size(), lines.size() - at); i++) {
      String there = lines.get(at + i);
      if (there.equals(wanted.get(i)) && !there.isBlank()) {
        common++;
      }
    }
    return common;
  }

  private static NearestMatch describe(List<String> lines, List<String> wanted, int at) {
    int end = Math.min(lines.size(), at + wanted.size());
    List<String> there = lines.subList(at, end);
    return new NearestMatch(difference(there, wanted, at), shown(there, wanted, at));
  }

  private static String difference(List<String> there, List<String> wanted, int at) {
    String place = " (nearest is line " + (at + 1) + ", where ";
    if (there.stream()
        .map(NearestMatch::withoutEnd)
        .toList()
        .equals(wanted.stream().map(NearestMatch::withoutEnd).toList())) {
      return place
          + "only the line ends differ: the file has "
          + ends(there)
          + ", the patch has "
          + ends(wanted)
          + ")";
    }
    if (squeezed(there).equals(squeezed(wanted))) {
      return place + "only white space differs)";
    }
    return place + "other lines differ)";
  }

  private static String ends(List<String> lines) {
    if (lines.stream().allMatch(line -> line.endsWith("\r\n"))) {
      return "CRLF";
    }
    return lines.stream().allMatch(line -> line.endsWith("\n") && !line.endsWith("\r\n"))
        ? "LF"
        : "mixed or missing ones";
  }

  private static String shown(List<String> there, List<String> wanted, int at) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(there.size(), SHOWN_LINES); i++) {
      boolean same = there.get(i).equals(wanted.get(i));
      shown.append(i == 0 ? "" : "\n");
      shown.append(same ? "  " : "! ").append(at + i + 1).append("| ");
      shown.append(Quoted.line(there.get(i)));
    }
    return shown.append(there.size() > SHOWN_LINES ? "\n  ..." : "").toString();
  }

  private static String withoutEnd(String line) {
    return line.endsWith("\r\n")
        ? line.substring(0, line.length() - 2)
        : line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }

  private static List<String> squeezed(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("\\s+", "")).toList();
  }
}
