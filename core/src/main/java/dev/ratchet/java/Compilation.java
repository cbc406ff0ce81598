package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What came of compiling a tree. Users read it, best with {@link #fold}. */
public sealed interface Compilation {

  /** The class files of a tree. Immutable. */
  final class Compiled implements Compilation {
    private final ContentHash tree;
    private final ClassTable table;

    Compiled(ContentHash tree, ClassTable table) {
      this.tree = Objects.requireNonNull(tree, "tree");
      this.table = table;
    }

    /** Returns the hash of the tree. */
    public ContentHash tree() {
      return tree;
    }

    /**
     * Returns the class files by binary name. The arrays are shared and must be left alone; one
     * that two trees have in common is the same object.
     */
    public Map<String, byte[]> classes() {
      return table.bytes();
    }

    /** Returns the source that a class was compiled from; empty if there is no such class. */
    public Optional<SourcePath> source(String className) {
      return table.find(className).map(ClassFile::source);
    }

    /** Returns the binary names of the classes that a source was compiled to. */
    public List<String> classesOf(SourcePath source) {
      return table.of(source).stream().map(ClassFile::name).toList();
    }

    /**
     * Returns the names of the classes that are there in one of the two trees only, or whose bytes
     * differ. If one was compiled from the other, it takes time in proportion to the edit.
     */
    public Set<String> changesFrom(Compiled base) {
      return table.changesFrom(base.table);
    }

    ClassTable table() {
      return table;
    }
  }

  /**
   * The reasons why a tree does not compile.
   *
   * @param findings at least one, with file and line where there are such
   */
  record Failed(List<Finding> findings) implements Compilation {
    /** Returns the reasons; the list is copied. */
    public Failed {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("A failed compilation has at least one finding");
      }
    }
  }

  /** Returns the result of the function that fits. */
  default <T> T fold(
      Function<? super Compiled, ? extends T> compiled,
      Function<? super Failed, ? extends T> failed) {
    return this instanceof Compiled it ? compiled.apply(it) : failed.apply((Failed) this);
  }
}
