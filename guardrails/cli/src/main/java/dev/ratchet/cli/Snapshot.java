package dev.ratchet.cli;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A directory as it was read: the tree of its files, and all that a tree can't hold.
 *
 * @param directory where it was read
 * @param entries what lies at each name; names are paths, because not every name is a text
 * @param ignored directories that were not looked into
 * @param tree the files
 */
record Snapshot(
    Path directory, SortedMap<Path, Entry> entries, List<String> ignored, SourceTree tree) {

  static Snapshot of(Path directory, SortedMap<Path, Entry> entries, List<String> ignored) {
    SourceTree tree = SourceTree.empty();
    for (Map.Entry<Path, Entry> entry : entries.entrySet()) {
      Optional<SourceFile> file = entry.getValue().file();
      if (file.isPresent()) {
        tree = tree.with(SourcePath.of(name(entry.getKey())), file.get());
      }
    }
    return new Snapshot(directory, entries, List.copyOf(ignored), tree);
  }

  /** Returns a path as trees spell it. */
  static String name(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Returns why a file at this path would not be what it seems, because of what lies there. */
  Optional<String> obstacle(SourcePath path) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().file().isEmpty())
        .filter(entry -> leadsTo(name(entry.getKey()), path))
        .findFirst()
        .map(entry -> Escaped.quoted(name(entry.getKey())) + " is " + entry.getValue().kind())
        .or(() -> buildOutput(path));
  }

  private Optional<String> buildOutput(SourcePath path) {
    return ignored.stream()
        .filter(directory -> leadsTo(directory, path))
        .findFirst()
        .map(directory -> directory + " is build output, which is not read");
  }

  private static boolean leadsTo(String name, SourcePath path) {
    String folded = name.toLowerCase(Locale.ROOT);
    return path.folded().equals(folded) || path.folded().startsWith(folded + "/");
  }
}
