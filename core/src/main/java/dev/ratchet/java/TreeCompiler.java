package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * A compiler of whole trees, in memory and once per tree. Users call it; safe for many threads.
 *
 * <p>Annotation processors never run, because they would run inside the host. Only the target's
 * source roots are compiled and only its class path is seen. The last 64 results are kept, refusals
 * too, so guard, validator and evaluator share one compile of a tree.
 *
 * <p>One file manager serves all compiles: a fresh one for each costs a sixth more, and the class
 * path of the host in place of the target's up to three times as much. It works on a thread of its
 * own, because an interruption closes files that javac goes on to use for later trees. A compile
 * that takes longer than five minutes is given up and counts as failed, and so is one whose waiting
 * thread is interrupted; javac can't be stopped, so its thread is left behind with its files, and
 * the next compile gets new ones.
 */
public final class TreeCompiler {
  private static final int KEPT_RESULTS = 64;

  private final Javac javac;
  private final JavacQueue queue;
  private final Mentions mentions = new Mentions();
  private final Map<ContentHash, Compilation> results =
      new LinkedHashMap<>(KEPT_RESULTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, Compilation> eldest) {
          return size() > KEPT_RESULTS;
        }
      };

  private TreeCompiler(Javac javac) {
    this.javac = javac;
    this.queue = new JavacQueue(javac);
  }

  /**
   * Returns a compiler of the target's trees.
   *
   * @throws IllegalStateException if this runtime has no compiler
   */
  public static TreeCompiler of(JavaTarget target) {
    return new TreeCompiler(Javac.of(target));
  }

  /** Returns what the compiled programs look like. */
  public JavaTarget target() {
    return javac.target();
  }

  /**
   * Returns the class files of a tree, or why there are none.
   *
   * @throws CancellationException if the thread is interrupted meanwhile; it stays interrupted
   */
  public Compilation compile(SourceTree tree) {
    return known(tree)
        .orElseGet(() -> queue.await(at -> known(tree).orElseGet(() -> whole(tree, at))));
  }

  private Optional<Compilation> known(SourceTree tree) {
    synchronized (results) {
      return Optional.ofNullable(results.get(tree.hash()));
    }
  }

  /**
   * Returns the class files of an edited tree, or why there are none, compiling only the sources
   * that changed and those whose meaning may have changed with them.
   *
   * <p>The result is that of {@link #compile(SourceTree)}, and is kept like it; what a source is
   * compiled to depends on nothing but the sources that it names. Where that can't be told, as when
   * two sources declare the same type, the whole tree is compiled.
   *
   * @throws CancellationException if the thread is interrupted meanwhile; it stays interrupted
   */
  public Compilation compile(SourceTree base, SourceTree tree) {
    return known(tree)
        .orElseGet(() -> queue.await(at -> known(tree).orElseGet(() -> step(base, tree, at))));
  }

  private Compilation whole(SourceTree tree, JavacWorker at) {
    return remember(tree, javac.compile(tree, at.files()));
  }

  private Compilation step(SourceTree base, SourceTree tree, JavacWorker at) {
    return known(base)
        .orElseGet(() -> whole(base, at))
        .fold(from -> remember(tree, step(from, base, tree, at)), failed -> whole(tree, at));
  }

  private Compilation step(
      Compilation.Compiled from, SourceTree base, SourceTree tree, JavacWorker at) {
    return new CompileStep(javac, mentions, at.files(), from, tree).compilation(base);
  }

  private Compilation remember(SourceTree tree, Compilation compilation) {
    synchronized (results) {
      results.put(tree.hash(), compilation);
    }
    return compilation;
  }

  /**
   * Compiles the tests of one tree against the classes of another.
   *
   * @param libraries jars beside the target's two class paths
   */
  Compilation compileTests(SourceTree tests, Compilation.Compiled program, List<Path> libraries) {
    List<Path> classPath =
        Stream.of(target().classPath(), target().testClassPath(), libraries)
            .flatMap(List::stream)
            .distinct()
            .toList();
    return queue.await(
        at ->
            javac.compile(
                tests, target().tests(tests), at.testFiles(classPath), program.table()::inPackage));
  }
}
