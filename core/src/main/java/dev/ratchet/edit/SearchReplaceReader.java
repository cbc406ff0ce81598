package dev.ratchet.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves search/replace blocks against a tree. */
final class SearchReplaceReader {

  private static final String SEARCH = "<<<<<<< SEARCH";
  private static final String DIVIDER = "=======";
  private static final String REPLACE = ">>>>>>> REPLACE";
  private static final String WHAT_TO_WRITE =
      "a line with the path, then "
          + SEARCH
          + ", old lines, "
          + DIVIDER
          + ", new lines, "
          + REPLACE;

  private record Block(int line, String search, String replace) {}

  private final Draft draft;
  private final List<String> lines;
  private final Map<SourcePath, List<Block>> blocks = new LinkedHashMap<>();
  private int at;

  /** The last line that may name a file, and its number; empty after a block. */
  private String pathLine = "";

  private int pathNumber;
  private Optional<SourcePath> lastPath = Optional.empty();

  SearchReplaceReader(Draft draft, String latin1) {
    this.draft = draft;
    this.lines = LineDiff.split(latin1);
  }

  PatchResult read() {
    while (at < lines.size()) {
      String line = lines.get(at).strip();
      if (line.equals(SEARCH)) {
        block();
      } else if (isMarker(line)) {
        refuse(at + 1, Quoted.text(line) + " stands outside of a block; write " + WHAT_TO_WRITE);
        at++;
      } else {
        outside(line);
      }
    }
    blocks.forEach(this::resolve);
    return draft.result(WHAT_TO_WRITE);
  }

  private void outside(String line) {
    at++;
    if (!line.isEmpty() && !line.startsWith("```")) {
      pathLine = line;
      pathNumber = at;
    }
  }

  private static boolean isMarker(String line) {
    return line.startsWith("<<<<<<<") || line.startsWith(">>>>>>>") || line.equals(DIVIDER);
  }

  private void block() {
    int start = at + 1;
    at++;
    Optional<String> search = part(start, DIVIDER);
    Optional<String> replace = search.flatMap(found -> part(start, REPLACE));
    Optional<SourcePath> path = path(start);
    pathLine = "";
    lastPath = path;
    if (replace.isPresent() && path.isPresent()) {
      blocks
          .computeIfAbsent(path.get(), key -> new ArrayList<>())
          .add(new Block(start, search.orElse(""), replace.get()));
    }
  }

  private Optional<SourcePath> path(int start) {
    if (!pathLine.isEmpty()) {
      return PathLine.read(draft, pathLine, pathNumber);
    }
    if (lastPath.isEmpty()) {
      refuse(start, "no path comes before the block; write it alone in the line before");
    }
    return lastPath;
  }

  /** Returns the lines up to this marker, which has to be the next marker there is. */
  private Optional<String> part(int start, String end) {
    StringBuilder part = new StringBuilder();
    while (at < lines.size()) {
      String line = lines.get(at++);
      if (line.stripTrailing().equals(end)) {
        return Optional.of(part.toString());
      }
      if (isMarker(line.stripTrailing())) {
        refuse(
            at,
            Quoted.text(line.stripTrailing())
                + " comes where the block from line "
                + start
                + " needs "
                + end
                + "; a block cannot hold lines that look like its markers");
        return Optional.empty();
      }
      part.append(line);
    }
    refuse(start, "the text ends before the " + end + " of the block; it may be cut off");
    return Optional.empty();
  }

  private void resolve(SourcePath path, List<Block> ofFile) {
    Block first = ofFile.get(0);
    boolean creates = ofFile.size() == 1 && first.search().isEmpty();
    if (creates && !draft.base().contains(path)) {
      draft.create(path, SourceFile.owning(bytes(first.replace()), FileMode.REGULAR), first.line());
      return;
    }
    draft.file(path, first.line()).ifPresent(file -> modify(path, file, ofFile));
  }

  private void modify(SourcePath path, SourceFile file, List<Block> ofFile) {
    String text = file.latin1();
    LineEnds ends = LineEnds.of(text);
    List<Hunk> hunks = new ArrayList<>();
    for (Block block : ofFile) {
      hunks.add(
          new Hunk(
              hunks.size() + 1,
              block.line(),
              Optional.empty(),
              LineDiff.split(ends.adapt(block.search(), text)),
              LineDiff.split(ends.adapt(block.replace(), text))));
    }
    new HunkApplier(draft, path.value(), LineDiff.split(ends.complete(text)), false)
        .apply(hunks)
        .map(result -> ends.restore(new String(result, StandardCharsets.ISO_8859_1)))
        .map(result -> SourceFile.owning(bytes(result), file.mode()))
        .ifPresent(content -> draft.modify(path, file, content, ofFile.get(0).line()));
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void refuse(int line, String message) {
    draft.refuse("", line, message);
  }
}
