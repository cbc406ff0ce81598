package dev.ratchet.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a change set as git would: exact enough that reading it back gives the same change set.
 *
 * <p>The index lines have full blob hashes, so a reader can prove base and result. Files that are
 * not UTF-8 text are written as binary patches, so the result is always text.
 */
final class UnifiedDiffWriter {

  private static final int CONTEXT = 3;

  /** Built of bytes, one character a byte, because files are. */
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiffWriter() {}

  static String write(ChangeSet changes) {
    UnifiedDiffWriter writer = new UnifiedDiffWriter();
    changes.changes().forEach(writer::write);
    return new String(
        writer.out.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private void write(Change change) {
    SourcePath from = change.touched().get(0);
    line("diff --git a/" + from + " b/" + change.path());
    writeModes(change);
    if (change instanceof Change.Move) {
      line("rename from " + from);
      line("rename to " + change.path());
    }
    if (contentHash(change.before()).equals(contentHash(change.after()))) {
      return;
    }
    line("index " + blob(change.before()) + ".." + blob(change.after()) + keptMode(change));
    if (isText(change.before()) && isText(change.after())) {
      writeText(change, from);
    } else {
      line("GIT binary patch");
      out.append(GitBinary.encode(bytes(change.after())));
      out.append(GitBinary.encode(bytes(change.before())));
    }
  }

  private void writeModes(Change change) {
    Optional<FileMode> before = change.before().map(SourceFile::mode);
    Optional<FileMode> after = change.after().map(SourceFile::mode);
    if (before.isEmpty()) {
      line("new file mode " + after.orElseThrow().octal());
    } else if (after.isEmpty()) {
      line("deleted file mode " + before.get().octal());
    } else if (!before.equals(after)) {
      line("old mode " + before.get().octal());
      line("new mode " + after.get().octal());
    }
  }

  private static String keptMode(Change change) {
    Optional<FileMode> before = change.before().map(SourceFile::mode);
    return before.isPresent() && before.equals(change.after().map(SourceFile::mode))
        ? " " + before.get().octal()
        : "";
  }

  private static Optional<ContentHash> contentHash(Optional<SourceFile> file) {
    return file.map(SourceFile::hash);
  }

  private static String blob(Optional<SourceFile> file) {
    return file.map(f -> GitBinary.blobHash(f, GitBinary.SHA_1)).orElse(GitBinary.NO_BLOB);
  }

  private static boolean isText(Optional<SourceFile> file) {
    return file.isEmpty() || file.get().text().isPresent();
  }

  private static byte[] bytes(Optional<SourceFile> file) {
    return file.map(SourceFile::sharedBytes).orElse(new byte[0]);
  }

  private void writeText(Change change, SourcePath from) {
    LineDiff diff = LineDiff.of(change);
    if (diff.edits().isEmpty()) {
      return;
    }
    line("--- " + change.before().map(base -> name("a/" + from)).orElse("/dev/null"));
    line("+++ " + change.after().map(now -> name("b/" + change.path())).orElse("/dev/null"));
    for (List<LineDiff.Edit> group : groups(diff.edits())) {
      writeHunk(diff, group);
    }
  }

  /**
   * A name with a space is ended by a tab, as git does, so that nothing can be taken for a date.
   */
  private static String name(String name) {
    return name.indexOf(' ') < 0 ? name : name + "\t";
  }

  private static List<List<LineDiff.Edit>> groups(List<LineDiff.Edit> edits) {
    List<List<LineDiff.Edit>> groups = new ArrayList<>();
    int end = Integer.MIN_VALUE;
    for (LineDiff.Edit edit : edits) {
      if (groups.isEmpty() || edit.oldStart() - end > 2 * CONTEXT) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(edit);
      end = edit.oldEnd();
    }
    return groups;
  }

  private void writeHunk(LineDiff diff, List<LineDiff.Edit> edits) {
    LineDiff.Edit first = edits.get(0);
    LineDiff.Edit last = edits.get(edits.size() - 1);
    int lead = Math.min(CONTEXT, first.oldStart());
    int trail = Math.min(CONTEXT, diff.before().size() - last.oldEnd());
    int oldStart = first.oldStart() - lead;
    int newStart = first.newStart() - lead;
    line(
        "@@ -"
            + range(oldStart, last.oldEnd() + trail - oldStart)
            + " +"
            + range(newStart, last.newEnd() + trail - newStart)
            + " @@");
    int at = oldStart;
    for (LineDiff.Edit edit : edits) {
      writeLines(' ', diff.before().subList(at, edit.oldStart()));
      writeLines('-', diff.before().subList(edit.oldStart(), edit.oldEnd()));
      writeLines('+', diff.after().subList(edit.newStart(), edit.newEnd()));
      at = edit.oldEnd();
    }
    writeLines(' ', diff.before().subList(at, last.oldEnd() + trail));
  }

  /** An empty range is named by the line before it. */
  private static String range(int start, int length) {
    int shown = length == 0 ? start : start + 1;
    return length == 1 ? String.valueOf(shown) : shown + "," + length;
  }

  private void writeLines(char sign, List<String> lines) {
    for (String line : lines) {
      out.append(sign).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
