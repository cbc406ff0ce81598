package dev.ratchet.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for paths, matched against the whole path and case-sensitively. Users call it.
 *
 * <p>{@code *} is any run of characters within a segment, {@code ?} is one character of a segment,
 * <code>**</code> as a whole segment is any number of segments (also none, so {@code src/**} covers
 * {@code src} itself), and <code>{a,b}</code> is one of the alternatives (not nested). All other
 * characters stand for themselves. Matching takes time proportional to the product of the lengths,
 * whatever the pattern.
 */
public final class PathGlob {

  private static final int MOST_ALTERNATIVES = 256;
  private static final String ALLOWED =
      "; allowed are names separated by /, with *, ?, ** as a whole segment, and {a,b}";

  private final String text;
  private final List<List<String>> alternatives;

  private PathGlob(String text, List<List<String>> alternatives) {
    this.text = text;
    this.alternatives = alternatives;
  }

  /**
   * Returns the glob that this text spells.
   *
   * @throws IllegalArgumentException if it is not a glob; the message names the position and what
   *     is allowed
   */
  public static PathGlob of(String text) {
    checkCharacters(text);
    List<List<String>> alternatives = new ArrayList<>();
    for (String alternative : expand(text)) {
      List<String> segments = List.of(alternative.split("/", -1));
      segments.forEach(segment -> checkSegment(text, segment));
      alternatives.add(segments);
    }
    return new PathGlob(text, List.copyOf(alternatives));
  }

  private static void checkCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '[' || c == ']' || Character.isISOControl(c)) {
        throw malformed(text, i, "the character " + Quoted.text("" + c) + " has no meaning here");
      }
    }
  }

  private static List<String> expand(String text) {
    int open = text.indexOf('{');
    int close = text.indexOf('}');
    if (open < 0 && close < 0) {
      return List.of(text);
    }
    if (open < 0 || close >= 0 && close < open) {
      throw malformed(text, close, "} closes nothing");
    }
    int nested = text.indexOf('{', open + 1);
    if (close < 0 || nested >= 0 && nested < close) {
      throw malformed(text, open, close < 0 ? "{ is not closed" : "braces are nested");
    }
    List<String> expanded = new ArrayList<>();
    for (String tail : expandTail(text, close)) {
      for (String choice : text.substring(open + 1, close).split(",", -1)) {
        expanded.add(text.substring(0, open) + choice + tail);
      }
    }
    if (expanded.size() > MOST_ALTERNATIVES) {
      throw malformed(text, open, "the braces make more than " + MOST_ALTERNATIVES + " patterns");
    }
    return expanded;
  }

  private static List<String> expandTail(String text, int close) {
    try {
      return expand(text.substring(close + 1));
    } catch (Malformed inTail) {
      throw malformed(text, close + 1 + inTail.position, inTail.reason);
    }
  }

  private static void checkSegment(String text, String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      throw malformed(text, 0, "the segment " + Quoted.text(segment) + " can match no path");
    }
    if (segment.contains("**") && !segment.equals("**")) {
      throw malformed(text, text.indexOf("**"), "** has to be a whole segment");
    }
  }

  private static Malformed malformed(String text, int position, String reason) {
    return new Malformed(text, position, reason);
  }

  /** Returns whether this path matches. */
  public boolean matches(SourcePath path) {
    return matches(path.value());
  }

  /** Also for names on disk that are no source paths, so that they can be excluded. */
  boolean matches(String path) {
    List<String> names = List.of(path.split("/"));
    return alternatives.stream().anyMatch(segments -> matchesAll(segments, names));
  }

  /** Returns whether a path strictly below this directory could match. */
  boolean mayMatchBelow(String directory) {
    List<String> names = List.of(directory.split("/"));
    return alternatives.stream().anyMatch(segments -> leavesRoom(segments, names));
  }

  /** Returns whether every path below this directory matches, and it itself too. */
  boolean covers(String directory) {
    List<String> names = List.of(directory.split("/"));
    return alternatives.stream()
        .filter(segments -> segments.get(segments.size() - 1).equals("**"))
        .anyMatch(segments -> matchesAll(segments, names));
  }

  private static boolean leavesRoom(List<String> segments, List<String> names) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).equals("**")) {
        return true;
      }
      if (i == names.size()) {
        return true;
      }
      if (!matchesName(segments.get(i), names.get(i))) {
        return false;
      }
    }
    return false;
  }

  /** Greedy with one point to come back to, which is enough for a sequence of wildcards. */
  private static boolean matchesAll(List<String> segments, List<String> names) {
    int segment = 0;
    int name = 0;
    int lastStar = -1;
    int resume = 0;
    while (name < names.size()) {
      if (segment < segments.size() && segments.get(segment).equals("**")) {
        lastStar = segment++;
        resume = name;
      } else if (segment < segments.size() && matchesName(segments.get(segment), names.get(name))) {
        segment++;
        name++;
      } else if (lastStar >= 0) {
        segment = lastStar + 1;
        name = ++resume;
      } else {
        return false;
      }
    }
    return segments.subList(segment, segments.size()).stream().allMatch("**"::equals);
  }

  private static boolean matchesName(String pattern, String name) {
    int at = 0;
    int i = 0;
    int lastStar = -1;
    int resume = 0;
    while (i < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        lastStar = at++;
        resume = i;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(i))) {
        at++;
        i++;
      } else if (lastStar >= 0) {
        at = lastStar + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(c -> c == '*');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathGlob that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the glob as it was written. */
  @Override
  public String toString() {
    return text;
  }

  /** Remembers the position, so that a problem in the tail of a glob is reported in the whole. */
  private static final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final String reason;

    Malformed(String text, int position, String reason) {
      super(
          "Bad glob "
              + Quoted.text(text)
              + " at position "
              + (position + 1)
              + ": "
              + reason
              + ALLOWED);
      this.position = position;
      this.reason = reason;
    }
  }
}
