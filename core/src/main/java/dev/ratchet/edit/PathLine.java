package dev.ratchet.edit;

import java.util.Optional;

/** The line before a block that names its file, told apart from prose. */
final class PathLine {

  private PathLine() {}

  /** Returns the path that this line is, or empty, with a problem, if it is something else. */
  static Optional<SourcePath> read(Draft draft, String line, int number) {
    boolean inBackticks = line.length() > 2 && line.startsWith("`") && line.endsWith("`");
    String spelt = inBackticks ? line.substring(1, line.length() - 1) : line;
    Optional<SourcePath> path = draft.path(spelt, number);
    if (path.isEmpty() || inBackticks || draft.base().contains(path.get())) {
      return path;
    }
    boolean looksLikeAPath = spelt.indexOf(' ') < 0 && spelt.matches(".*[./].*");
    if (!looksLikeAPath) {
      draft.refuse(
          "",
          number,
          Quoted.text(spelt)
              + " looks like prose where the path of a file belongs; write the path alone in the"
              + " line before the block, in backticks if it is unusual");
      return Optional.empty();
    }
    return path;
  }
}
