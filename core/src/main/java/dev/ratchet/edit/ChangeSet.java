package dev.ratchet.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An immutable set of changes that belong together, ordered by path. Users call it.
 *
 * <p>No path is touched by more than one change, where both ends of a move count and paths that
 * differ only in upper and lower case are the same. So a rename in case only cannot be expressed:
 * on half of the systems it would be the same file.
 */
public final class ChangeSet {

  private static final ChangeSet EMPTY = new ChangeSet(List.of());

  private static final int MOST_CHANGES = 10_000;
  private static final long MOST_BYTES = 64L << 20;

  private final List<Change> changes;

  private ChangeSet(List<Change> changes) {
    this.changes = changes;
  }

  /**
   * Returns the set of these changes.
   *
   * @throws IllegalArgumentException if two of them touch the same path
   */
  public static ChangeSet of(Collection<? extends Change> changes) {
    Map<String, SourcePath> seen = new HashMap<>();
    for (Change change : changes) {
      for (SourcePath path : change.touched()) {
        SourcePath other = seen.putIfAbsent(path.folded(), path);
        if (other != null) {
          throw new IllegalArgumentException(clash(path, other));
        }
      }
    }
    return changes.isEmpty()
        ? EMPTY
        : new ChangeSet(
            changes.stream()
                .<Change>map(c -> c)
                .sorted(Comparator.comparing(Change::path))
                .toList());
  }

  private static String clash(SourcePath path, SourcePath other) {
    return path.equals(other)
        ? "The path " + path + " is touched twice; join the changes to it into one"
        : "The paths "
            + path
            + " and "
            + other
            + " differ only in upper and lower case, so some systems take them for one file";
  }

  /**
   * Returns the changes that lead from one tree to another, moves as deletion and creation.
   *
   * @throws IllegalArgumentException if the changes touch two paths that differ only in case
   */
  public static ChangeSet between(SourceTree before, SourceTree after) {
    List<Change> changes = new ArrayList<>();
    compare("", before.root(), after.root(), changes);
    return of(changes);
  }

  private static void compare(String prefix, Directory before, Directory after, List<Change> out) {
    if (before == after || before.hash().equals(after.hash())) {
      return;
    }
    Set<String> names = new TreeSet<>(before.children().keySet());
    names.addAll(after.children().keySet());
    for (String name : names) {
      Optional<Node> old = Optional.ofNullable(before.children().get(name));
      Optional<Node> now = Optional.ofNullable(after.children().get(name));
      compareFiles(SourcePath.of(prefix + name), file(old), file(now)).ifPresent(out::add);
      compare(prefix + name + "/", directory(old), directory(now), out);
    }
  }

  private static Optional<Change> compareFiles(
      SourcePath path, Optional<SourceFile> old, Optional<SourceFile> now) {
    if (old.equals(now)) {
      return Optional.empty();
    }
    if (old.isEmpty()) {
      return now.map(content -> new Change.Create(path, content));
    }
    return Optional.of(
        now.<Change>map(content -> new Change.Modify(path, old.get(), content))
            .orElseGet(() -> new Change.Delete(path, old.get())));
  }

  private static Optional<SourceFile> file(Optional<Node> node) {
    return node.filter(SourceFile.class::isInstance).map(SourceFile.class::cast);
  }

  private static Directory directory(Optional<Node> node) {
    return node.filter(Directory.class::isInstance)
        .map(Directory.class::cast)
        .orElse(Directory.EMPTY);
  }

  /** Returns the changes in the order of the paths they end at. */
  public List<Change> changes() {
    return changes;
  }

  /** Returns whether nothing changes. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns every path that is touched, in order. */
  public Set<SourcePath> touched() {
    Set<SourcePath> touched = new TreeSet<>();
    changes.forEach(change -> touched.addAll(change.touched()));
    return Collections.unmodifiableSet(touched);
  }

  /** Returns the hash over kind, paths, modes and contents of all changes, bases included. */
  public ContentHash hash() {
    StringBuilder listing = new StringBuilder("ratchet changes 1\n");
    for (Change change : changes) {
      listing.append(change.getClass().getSimpleName());
      change.touched().forEach(path -> listing.append('\n').append(path));
      listing.append('\n').append(seal(change.before()));
      listing.append('\n').append(seal(change.after())).append("\n\n");
    }
    return ContentHash.ofText(listing.toString());
  }

  private static String seal(Optional<SourceFile> file) {
    return file.map(f -> f.mode().octal() + " " + f.hash()).orElse("-");
  }

  /** Returns the size of all new contents, in bytes. */
  public long newBytes() {
    return changes.stream().mapToLong(c -> c.after().map(SourceFile::size).orElse(0)).sum();
  }

  /** Returns the number of lines added and removed; lines end at line feeds, in any file. */
  public int changedLines() {
    return addedLines() + removedLines();
  }

  /** Returns the number of lines that the new contents have and the old ones had not. */
  public int addedLines() {
    return changes.stream().mapToInt(change -> LineDiff.of(change).added()).sum();
  }

  /** Returns the number of lines that the old contents had and the new ones have not. */
  public int removedLines() {
    return changes.stream().mapToInt(change -> LineDiff.of(change).removed()).sum();
  }

  /**
   * Returns the tree with all changes, or every reason why they do not fit it.
   *
   * <p>The base of each change has to be in the tree with equal content and mode. A new path must
   * not meet a file, a directory, or a name that differs only in upper and lower case. More than
   * 10,000 changes, or 64 MiB of new content, do not fit any tree: nobody could judge them.
   */
  public Application applyTo(SourceTree base) {
    if (changes.size() > MOST_CHANGES || newBytes() > MOST_BYTES) {
      return new Application.Refused(
          List.of(
              "%d changes with %d bytes are more than the %d changes or %d bytes of one edit; propose less at a time"
                  .formatted(changes.size(), newBytes(), MOST_CHANGES, MOST_BYTES)));
    }
    List<String> reasons = new ArrayList<>();
    changes.forEach(change -> baseProblem(change, base).ifPresent(reasons::add));
    if (!reasons.isEmpty()) {
      return new Application.Refused(reasons);
    }
    SourceTree tree = base;
    for (Change change : changes) {
      if (!(change instanceof Change.Modify)) {
        tree = tree.without(origin(change));
      }
    }
    for (Change change : changes) {
      Optional<String> obstacle =
          change instanceof Change.Modify || change.after().isEmpty()
              ? Optional.empty()
              : tree.obstacle(change.path());
      if (obstacle.isPresent()) {
        reasons.add("No file can be put at " + change.path() + ", because " + obstacle.get());
      } else if (change.after().isPresent()) {
        tree = tree.with(change.path(), change.after().get());
      }
    }
    return reasons.isEmpty() ? new Application.Applied(tree) : new Application.Refused(reasons);
  }

  private static SourcePath origin(Change change) {
    return change.touched().get(0);
  }

  private static Optional<String> baseProblem(Change change, SourceTree base) {
    SourcePath path = origin(change);
    Optional<SourceFile> expected = change.before();
    Optional<SourceFile> found = base.file(path);
    if (expected.equals(found)) {
      return Optional.empty();
    }
    if (expected.isEmpty()) {
      return Optional.of(path + " was to be created, but it exists; modify it instead");
    }
    return Optional.of(
        found
            .map(
                file ->
                    path
                        + " is not the file that the change starts from: expected "
                        + expected.get()
                        + ", found "
                        + file
                        + "; make the change anew from what is there")
            .orElse(path + " does not exist, but the change starts from it; create it instead"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChangeSet that && changes.equals(that.changes);
  }

  @Override
  public int hashCode() {
    return changes.hashCode();
  }

  /** Returns the changes as a unified diff with the headers of git; empty if nothing changes. */
  @Override
  public String toString() {
    return UnifiedDiffWriter.write(this);
  }
}
