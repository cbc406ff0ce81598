package dev.ratchet.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A relative path in canonical form that cannot leave its root. Users call it.
 *
 * <p>A spelling is accepted or refused, never repaired, and what is harmful on any system is
 * refused on all of them: absolute paths, drive letters, backslashes, empty, {@code .} and {@code
 * ..} segments, percent escapes, everything but printable ASCII (so no control, invisible or
 * look-alike characters), the characters {@code < > : " | ? *}, spaces at either end of a segment,
 * trailing dots, short names ({@code ~1}), names of Windows devices, {@code .git} in any case,
 * segments longer than 255 and paths longer than 1024 characters.
 *
 * <p>Paths are ordered segment by segment, as a walk through the directories would meet them.
 */
public final class SourcePath implements Comparable<SourcePath> {

  private static final int LONGEST_PATH = 1024;
  private static final int LONGEST_SEGMENT = 255;
  private static final String FORBIDDEN = "<>:\"|?*\\";
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern PERCENT_ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern SHORT_NAME = Pattern.compile("~[0-9]");
  private static final Pattern DEVICE =
      Pattern.compile(
          "(con|prn|aux|nul|conin\\$|conout\\$|com[0-9]|lpt[0-9]) *(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private final String value;

  private SourcePath(String value) {
    this.value = value;
  }

  /**
   * Returns the path that this text spells.
   *
   * @throws IllegalArgumentException if the spelling is refused; the message shows the text and the
   *     reason
   */
  public static SourcePath of(String text) {
    Optional<String> problem = problem(text);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(
          Quoted.text(text) + " is not a source path: " + problem.get());
    }
    return new SourcePath(text);
  }

  /** Returns why {@link #of} would refuse this text, or empty if it would not. */
  public static Optional<String> problem(String text) {
    if (text.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (text.length() > LONGEST_PATH) {
      return Optional.of("it is longer than " + LONGEST_PATH + " characters");
    }
    if (text.startsWith("/") || DRIVE.matcher(text).matches()) {
      return Optional.of("it is absolute; write it relative to the root of the tree");
    }
    return characterProblem(text)
        .or(
            () ->
                List.of(text.split("/", -1)).stream()
                    .map(SourcePath::segmentProblem)
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static Optional<String> characterProblem(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return Optional.of(
            String.format(
                "it has the character U+%04X at position %d; only printable ASCII is accepted",
                (int) c, i + 1));
      }
      if (FORBIDDEN.indexOf(c) >= 0) {
        return Optional.of(
            "it has the character " + c + " at position " + (i + 1) + ", which is not accepted");
      }
    }
    if (PERCENT_ESCAPE.matcher(text).find()) {
      return Optional.of("it has a percent escape; write the character itself");
    }
    return Optional.empty();
  }

  private static Optional<String> segmentProblem(String segment) {
    if (segment.isEmpty()) {
      return Optional.of("it has an empty segment; separate names by exactly one /");
    }
    if (segment.equals(".") || segment.equals("..")) {
      return Optional.of("it has the segment " + segment + "; name every directory itself");
    }
    if (segment.length() > LONGEST_SEGMENT) {
      return Optional.of("it has a segment longer than " + LONGEST_SEGMENT + " characters");
    }
    return nameProblem(segment).map(reason -> "its segment " + Quoted.text(segment) + reason);
  }

  private static Optional<String> nameProblem(String segment) {
    if (segment.startsWith(" ") || segment.endsWith(" ")) {
      return Optional.of(" begins or ends with a space");
    }
    if (segment.endsWith(".")) {
      return Optional.of(" ends with a dot, which some systems drop");
    }
    if (segment.equalsIgnoreCase(".git")) {
      return Optional.of(" belongs to git, which runs what it finds there");
    }
    if (SHORT_NAME.matcher(segment).find()) {
      return Optional.of(" may be the short (8.3) name of another file");
    }
    if (DEVICE.matcher(segment).matches()) {
      return Optional.of(" is the name of a device on some systems");
    }
    return Optional.empty();
  }

  /** Returns the path as text, segments separated by {@code /}. */
  public String value() {
    return value;
  }

  /** Returns the last segment. */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** Returns the path of the directory this is in, or empty at the root. */
  public Optional<SourcePath> parent() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(new SourcePath(value.substring(0, slash)));
  }

  /**
   * Returns the form in which two paths are equal if some file system takes them for one file.
   *
   * <p>This is compatibility normalisation (NFKC) and full case folding; on printable ASCII, the
   * only characters a path may have, both together are lower-casing.
   */
  public String folded() {
    return fold(value);
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  List<String> segments() {
    return List.of(value.split("/"));
  }

  @Override
  public int compareTo(SourcePath other) {
    int common = Math.min(value.length(), other.value.length());
    for (int i = 0; i < common; i++) {
      int order = Integer.compare(rank(value.charAt(i)), rank(other.value.charAt(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(value.length(), other.value.length());
  }

  /** The separator sorts before every character of a name. */
  private static int rank(char c) {
    return c == '/' ? 0 : c;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourcePath that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
