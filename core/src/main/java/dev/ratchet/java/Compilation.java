package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What came of compiling a tree. Users read it, best with {@link #fold}. */
public sealed interface Compilation {

  /**
   * The class files of a tree.
   *
   * @param tree the hash of the tree
   * @param classes class files by binary name; the arrays are shared and must be left alone
   */
  record Compiled(ContentHash tree, Map<String, byte[]> classes) implements Compilation {
    /** Returns class files; the map is copied. */
    public Compiled {
      Objects.requireNonNull(tree, "tree");
      classes = Map.copyOf(classes);
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
