package dev.ratchet.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A way of writing an edit down. Users call it.
 *
 * <p>Reading resolves a patch against the tree it is meant for: all of it or nothing, each part at
 * its stated place or at the only place where it fits byte for byte. There is no fuzz. Text around
 * a patch is no patch: what holds no edit at all is refused too, and so is a text of more than 4
 * MiB or 200,000 lines.
 */
public enum PatchFormat {

  /**
   * The output of {@code diff -u} and {@code git diff}, also with {@code --binary}, {@code
   * --no-prefix}, {@code -U0}, {@code -M} and {@code -C}.
   *
   * <ul>
   *   <li>Line numbers are believed if every hunk of the file fits at its own and all counts are
   *       right. Otherwise, or where a hunk has none ({@code @@ ... @@}), each hunk of that file
   *       has to fit at exactly one place.
   *   <li>If the counts in a hunk's header are wrong, its lines decide and its place has to be the
   *       only one; but a patch that ends before a hunk has the counted lines may be cut off and is
   *       refused.
   *   <li>A hunk that adds lines without showing any line of a non-empty file needs an index line
   *       that fits the file.
   *   <li>Full hashes in index lines are checked, and binary parts need them. Abbreviated ones are
   *       never a reason to refuse, since models make them up.
   *   <li>A copy becomes a creation. Links, submodules and binary files without content are
   *       refused.
   *   <li>Line ends are content: a patch for a file with CRLF has CR in its lines.
   *   <li>Other text may stand before the first file, after a closing code fence, and after a mail
   *       signature; anywhere else it is refused.
   * </ul>
   */
  UNIFIED_DIFF {
    @Override
    PatchResult read(Draft draft, String latin1) {
      return UnifiedDiffReader.read(draft, latin1);
    }

    @Override
    public String write(ChangeSet changes) {
      return UnifiedDiffWriter.write(changes);
    }
  },

  /**
   * Blocks of old and new lines, each with the path of its file in the line before it.
   *
   * <pre>
   * src/main/java/Solver.java
   * &lt;&lt;&lt;&lt;&lt;&lt;&lt; SEARCH
   * old lines
   * =======
   * new lines
   * &gt;&gt;&gt;&gt;&gt;&gt;&gt; REPLACE
   * </pre>
   *
   * <p>Blocks may stand in a code fence, and one that follows another directly is for the same
   * file. A path with spaces is written in backticks. The search part has to be whole lines that
   * occur exactly once in the file as it is before any block; blocks must not overlap. An empty
   * search part creates a file, or fills an empty one. As the format says nothing about line ends,
   * an edit keeps them: where all lines of the file end in CRLF so do the new ones, and a missing
   * final newline stays missing.
   */
  SEARCH_REPLACE {
    @Override
    PatchResult read(Draft draft, String latin1) {
      return new SearchReplaceReader(draft, latin1).read();
    }
  },

  /**
   * Whole files: a line with the path, then the content in a code fence of three or more backticks
   * or tildes.
   *
   * <p>A file that exists is replaced and keeps its mode; a file that does not is created. Files
   * given as they are already do not count. Line ends are kept as in {@link #SEARCH_REPLACE}.
   */
  WHOLE_FILES {
    @Override
    PatchResult read(Draft draft, String latin1) {
      return new WholeFilesReader(draft, latin1).read();
    }
  },

  /**
   * A JSON object with the changes in a list.
   *
   * <pre>
   * {"changes": [
   *   {"operation": "create", "path": "a", "text": "...", "mode": "regular"},
   *   {"operation": "modify", "path": "b", "base": "(SHA-256)", "text": "..."},
   *   {"operation": "delete", "path": "c", "base": "(SHA-256)"},
   *   {"operation": "move", "from": "d", "path": "e", "base": "(SHA-256)", "base64": "..."}
   * ]}
   * </pre>
   *
   * <p>The whole content is either {@code text} or {@code base64}; where a modification or a move
   * has neither, it is kept. {@code mode} is {@code regular} or {@code executable}; left out, a new
   * file is regular and another keeps its mode. {@code base} is the hash of the file as it has to
   * be; it may be left out, and is checked where it is given. Unknown and repeated keys are
   * refused.
   */
  JSON {
    @Override
    PatchResult read(Draft draft, String latin1) {
      return new JsonPatchReader(draft).read(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String write(ChangeSet changes) {
      return JsonPatchWriter.write(changes);
    }
  };

  /** Longer texts, and texts of more lines, are refused before memory is spent on their parts. */
  private static final int LONGEST = 4 << 20;

  private static final int MOST_LINES = 200_000;

  /** Reads lines that hold bytes, one character a byte. */
  abstract PatchResult read(Draft draft, String latin1);

  /** Returns what this patch does to the tree, or every reason why it is refused. */
  public PatchResult read(String text, SourceTree base) {
    try {
      return isTooLong(text) ? tooLong() : read(SourceFile.of(text).sharedBytes(), base);
    } catch (IllegalArgumentException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  /** Returns what this patch does to the tree; for patches to files in other encodings. */
  public PatchResult read(byte[] text, SourceTree base) {
    if (text.length > LONGEST) {
      return tooLong();
    }
    String latin1 = new String(text, StandardCharsets.ISO_8859_1);
    return latin1.chars().filter(c -> c == '\n').count() > MOST_LINES
        ? refused("The patch has more than " + MOST_LINES + " lines; propose less")
        : read(new Draft(base), latin1);
  }

  /** Returns whether a text is refused for its length alone, so that it need not be kept. */
  public static boolean isTooLong(String text) {
    return text.length() > LONGEST;
  }

  /**
   * Returns these changes written down, so that reading them against their base gives them back.
   *
   * @throws UnsupportedOperationException if changes cannot be written in this format; unified diff
   *     and JSON can
   */
  public String write(ChangeSet changes) {
    throw new UnsupportedOperationException(
        "Changes cannot be written as " + this + ", only as " + UNIFIED_DIFF + " or " + JSON);
  }

  private static PatchResult tooLong() {
    return refused("The patch is longer than " + LONGEST + " bytes; propose less");
  }

  private static PatchResult refused(String message) {
    return new PatchResult.Refused(List.of(new PatchProblem("", 0, 0, message, "")));
  }
}
