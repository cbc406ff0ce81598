package dev.ratchet.java;

import dev.ratchet.benchmarks.Subject.EntryPoint;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.WorkerJob.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions of one program, by their trees; the last ones are kept. Safe for many threads. */
final class Versions {
  private static final int KEPT = 64;

  private final TreeCompiler compiler;
  private final EntryPoint entry;
  private final Libraries libraries;
  private final Map<ContentHash, Version> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, Version> eldest) {
          return size() > KEPT;
        }
      };

  Versions(TreeCompiler compiler, EntryPoint entry, Libraries libraries) {
    this.compiler = compiler;
    this.entry = entry;
    this.libraries = libraries;
  }

  /**
   * Returns the version that a tree compiles to.
   *
   * @param who begins the reason if there is none
   */
  Version of(String who, SourceTree tree) throws NotMeasurable {
    synchronized (known) {
      Version version = known.get(tree.hash());
      if (version != null) {
        return version;
      }
    }
    Compilation compilation = compiler.compile(tree);
    if (compilation instanceof Compilation.Failed failed) {
      throw new NotMeasurable(who + " does not compile: " + failed.findings().get(0));
    }
    Map<String, byte[]> classes = ((Compilation.Compiled) compilation).classes();
    BlockMap none = new BlockMap(List.of(), List.of());
    Version version = new Version(new Program(entry, classes, none, libraries.names()));
    synchronized (known) {
      known.put(tree.hash(), version);
    }
    return version;
  }
}
