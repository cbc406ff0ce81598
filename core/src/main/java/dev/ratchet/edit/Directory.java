package dev.ratchet.edit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable directory of a {@link SourceTree}: names and what they stand for.
 *
 * <p>A change copies the directories on the way to it and shares everything beside the way. The
 * hash is computed when first asked for, from the hashes of the children.
 */
final class Directory implements Node {

  static final Directory EMPTY = new Directory(new TreeMap<>());

  private final SortedMap<String, Node> children;
  private final int fileCount;
  private volatile @Nullable ContentHash hash;

  private Directory(SortedMap<String, Node> children) {
    this.children = Collections.unmodifiableSortedMap(children);
    this.fileCount =
        children.values().stream().mapToInt(c -> c instanceof Directory d ? d.fileCount : 1).sum();
  }

  /** Returns a directory of these children; directories without a file in them are left out. */
  static Directory of(Map<String, ? extends Node> children) {
    SortedMap<String, Node> kept = new TreeMap<>(children);
    kept.values().removeIf(child -> child instanceof Directory d && d.fileCount == 0);
    return kept.isEmpty() ? EMPTY : new Directory(kept);
  }

  SortedMap<String, Node> children() {
    return children;
  }

  int fileCount() {
    return fileCount;
  }

  Optional<Node> find(List<String> names) {
    Node found = this;
    for (String name : names) {
      Node child = found instanceof Directory d ? d.children.get(name) : null;
      if (child == null) {
        return Optional.empty();
      }
      found = child;
    }
    return Optional.of(found);
  }

  /** Returns this directory with a file at the end of these names. */
  Directory with(List<String> names, SourceFile file) {
    String name = names.get(0);
    Node child = children.get(name);
    if (names.size() == 1) {
      if (child instanceof Directory) {
        throw new IllegalArgumentException("there is a directory of that name");
      }
      boolean isThere = child instanceof SourceFile present && present.equals(file);
      return isThere ? this : put(name, file);
    }
    if (child instanceof SourceFile) {
      throw new IllegalArgumentException(Quoted.text(name) + " on the way to it is a file");
    }
    Directory below = child instanceof Directory d ? d : EMPTY;
    Directory changed = below.with(names.subList(1, names.size()), file);
    return changed == below ? this : put(name, changed);
  }

  private Directory put(String name, Node child) {
    SortedMap<String, Node> changed = new TreeMap<>(children);
    changed.put(name, child);
    return new Directory(changed);
  }

  /** Returns this directory without the file at the end of these names, if there is one. */
  Directory without(List<String> names) {
    String name = names.get(0);
    Node child = children.get(name);
    if (names.size() == 1) {
      return child instanceof SourceFile ? remove(name) : this;
    }
    if (!(child instanceof Directory below)) {
      return this;
    }
    Directory changed = below.without(names.subList(1, names.size()));
    if (changed == below) {
      return this;
    }
    return changed.fileCount == 0 ? remove(name) : put(name, changed);
  }

  private Directory remove(String name) {
    SortedMap<String, Node> changed = new TreeMap<>(children);
    changed.remove(name);
    return of(changed);
  }

  /** Returns why no new file can be put at the end of these names, or empty if one can. */
  Optional<String> obstacle(List<String> names) {
    String name = names.get(0);
    Node child = children.get(name);
    if (child == null) {
      return children.keySet().stream()
          .filter(other -> SourcePath.fold(other).equals(SourcePath.fold(name)))
          .findFirst()
          .map(
              other ->
                  Quoted.text(other) + " is there, which differs only in upper and lower case");
    }
    if (names.size() == 1) {
      return Optional.of(child instanceof Directory ? "a directory is there" : "a file is there");
    }
    return child instanceof Directory below
        ? below.obstacle(names.subList(1, names.size()))
        : Optional.of(Quoted.text(name) + " on the way to it is a file");
  }

  @Override
  public ContentHash hash() {
    ContentHash known = hash;
    if (known == null) {
      known = ContentHash.ofText(listing());
      hash = known;
    }
    return known;
  }

  /** Unambiguous, because names have no line feed and all other parts have a fixed length. */
  private String listing() {
    StringBuilder listing = new StringBuilder("ratchet tree 1\n");
    children.forEach(
        (name, child) ->
            listing
                .append(child instanceof SourceFile file ? file.mode().octal() : "040000")
                .append(' ')
                .append(child.hash())
                .append(' ')
                .append(name)
                .append('\n'));
    return listing.toString();
  }
}
