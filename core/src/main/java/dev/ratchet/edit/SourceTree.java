package dev.ratchet.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable snapshot of the files below a directory, named by its hash. Users call it.
 *
 * <p>A tree derived from another shares all directories and files that did not change, with their
 * hashes. Directories exist only through the files in them. Two trees are equal if their hashes
 * are, that is, if they hold equal files at equal paths. Trees are safe for use by many threads.
 */
public final class SourceTree {

  private static final SourceTree EMPTY = new SourceTree(Directory.EMPTY);

  private final Directory root;

  private SourceTree(Directory root) {
    this.root = root;
  }

  /** Returns the tree without files. */
  public static SourceTree empty() {
    return EMPTY;
  }

  /**
   * Returns a tree of regular text files.
   *
   * @param texts the text of each file by its path
   * @throws IllegalArgumentException if a path is refused by {@link SourcePath#of}, or is both a
   *     file and a directory
   */
  public static SourceTree of(Map<String, String> texts) {
    SourceTree tree = EMPTY;
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      tree = tree.with(SourcePath.of(entry.getKey()), SourceFile.of(entry.getValue()));
    }
    return tree;
  }

  /**
   * Returns the files below a directory that the filter accepts.
   *
   * <p>A {@code .git} is always skipped. Symbolic links are never followed. What the filter accepts
   * but a tree cannot hold (a symbolic link, a device, a name that {@link SourcePath} refuses)
   * fails the whole call, because a tree without it would be a different program.
   *
   * @throws IOException if a file cannot be read or held; the message names it and the remedy
   */
  public static SourceTree read(Path directory, PathFilter filter) throws IOException {
    return new SourceTree(new TreeReader(filter).read(directory));
  }

  /** Returns the file at this path, or empty if there is none. */
  public Optional<SourceFile> file(SourcePath path) {
    return root.find(path.segments())
        .filter(SourceFile.class::isInstance)
        .map(SourceFile.class::cast);
  }

  /** Returns whether there is a file at this path. */
  public boolean contains(SourcePath path) {
    return file(path).isPresent();
  }

  /** Returns the paths of all files in order; a view that makes them as it is iterated. */
  public Set<SourcePath> paths() {
    return new Paths();
  }

  /** Returns the number of files. */
  public int size() {
    return root.fileCount();
  }

  /** Returns the hash over the canonical listing of modes, names and hashes. */
  public ContentHash hash() {
    return root.hash();
  }

  /**
   * Returns this tree with a file put at a path, in place of the file there if there is one.
   *
   * @throws IllegalArgumentException if there is a directory at the path, or a file on the way to
   *     it
   */
  public SourceTree with(SourcePath path, SourceFile file) {
    try {
      Directory changed = root.with(path.segments(), file);
      return changed == root ? this : new SourceTree(changed);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "No file can be put at " + path + ": " + e.getMessage(), e);
    }
  }

  /** Returns this tree without the file at a path; the same tree if there is none. */
  public SourceTree without(SourcePath path) {
    Directory changed = root.without(path.segments());
    return changed == root ? this : new SourceTree(changed);
  }

  /**
   * Writes all files below a fresh directory, as regular files with their modes.
   *
   * @param emptyDirectory is made, with its parents, if it does not exist
   * @throws IOException if it is not an empty directory, or a file cannot be written
   */
  public void writeTo(Path emptyDirectory) throws IOException {
    TreeWriter.write(root, emptyDirectory);
  }

  /** Returns why no new file can be put at this path, or empty if one can. */
  Optional<String> obstacle(SourcePath path) {
    return root.obstacle(path.segments());
  }

  Directory root() {
    return root;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceTree that && (root == that.root || hash().equals(that.hash()));
  }

  @Override
  public int hashCode() {
    return hash().hashCode();
  }

  /** Returns the number of files and the start of the hash. */
  @Override
  public String toString() {
    return "tree of " + size() + " files (" + hash().shortHex() + ")";
  }

  private final class Paths extends AbstractSet<SourcePath> {

    @Override
    public Iterator<SourcePath> iterator() {
      return new Walk(root);
    }

    @Override
    public int size() {
      return root.fileCount();
    }

    @Override
    public boolean contains(Object path) {
      return path instanceof SourcePath wanted && SourceTree.this.contains(wanted);
    }
  }

  /** Depth first; the stack holds the directories that are still open. */
  private static final class Walk implements Iterator<SourcePath> {

    private record Open(String prefix, Iterator<Map.Entry<String, Node>> rest) {}

    private final Deque<Open> stack = new ArrayDeque<>();

    Walk(Directory root) {
      push("", root);
    }

    private void push(String prefix, Directory directory) {
      stack.push(new Open(prefix, directory.children().entrySet().iterator()));
    }

    /** No directory is without files, so an open one with children left has a next path. */
    @Override
    public boolean hasNext() {
      while (!stack.isEmpty() && !stack.element().rest().hasNext()) {
        stack.pop();
      }
      return !stack.isEmpty();
    }

    @Override
    public SourcePath next() {
      while (hasNext()) {
        Open open = stack.element();
        Map.Entry<String, Node> child = open.rest().next();
        String path = open.prefix() + child.getKey();
        if (!(child.getValue() instanceof Directory directory)) {
          return SourcePath.of(path);
        }
        push(path + "/", directory);
      }
      throw new NoSuchElementException("The tree has no more paths");
    }
  }
}
