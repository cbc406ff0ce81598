package dev.ratchet.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves whole files in code fences against a tree. */
final class WholeFilesReader {

  private static final Pattern FENCE = Pattern.compile("(`{3,}|~{3,})[^`]*");
  private static final String WHAT_TO_WRITE =
      "for each file a line with its path, then its whole content in a code fence";

  private final Draft draft;
  private final List<String> lines;
  private int at;
  private String pathLine = "";
  private int pathNumber;

  WholeFilesReader(Draft draft, String latin1) {
    this.draft = draft;
    this.lines = LineDiff.split(latin1);
  }

  PatchResult read() {
    while (at < lines.size()) {
      String line = lines.get(at++).strip();
      Matcher fence = FENCE.matcher(line);
      if (fence.matches()) {
        block(fence.group(1), at);
        pathLine = "";
      } else if (!line.isEmpty()) {
        pathLine = line;
        pathNumber = at;
      }
    }
    return draft.result(WHAT_TO_WRITE);
  }

  private void block(String fence, int start) {
    StringBuilder content = new StringBuilder();
    while (at < lines.size() && !closes(lines.get(at), fence)) {
      content.append(lines.get(at++));
    }
    if (at == lines.size()) {
      draft.refuse("", start, "the code fence is not closed; the text may be cut off");
      return;
    }
    at++;
    if (pathLine.isEmpty()) {
      draft.refuse(
          "", start, "no path comes before the code fence; write it alone in the line before");
      return;
    }
    PathLine.read(draft, pathLine, pathNumber)
        .ifPresent(path -> resolve(path, content.toString(), start));
  }

  private static boolean closes(String line, String fence) {
    String text = line.stripTrailing();
    return text.length() >= fence.length() && text.chars().allMatch(c -> c == fence.charAt(0));
  }

  private void resolve(SourcePath path, String content, int start) {
    Optional<SourceFile> present = draft.base().file(path);
    if (present.isEmpty()) {
      draft.create(path, file(content, FileMode.REGULAR), start);
      return;
    }
    SourceFile file = present.get();
    String text = file.latin1();
    LineEnds ends = LineEnds.of(text);
    SourceFile replaced = file(ends.restore(ends.adapt(content, text)), file.mode());
    if (replaced.equals(file)) {
      draft.unchanged();
    } else {
      draft.modify(path, file, replaced, start);
    }
  }

  private static SourceFile file(String latin1, FileMode mode) {
    return SourceFile.owning(latin1.getBytes(StandardCharsets.ISO_8859_1), mode);
  }
}
