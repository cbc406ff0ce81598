package dev.ratchet.cli;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.Compilation;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import java.util.Map;

/**
 * Loads the compiler while command line, policy and program are read.
 *
 * <p>A process that judges one edit spends most of its time on loading classes. Those of the
 * compiler need nothing that is read first, and a second processor is idle until then.
 */
final class WarmCompiler {
  /** Something of everything that most programs have. */
  private static final String SAMPLE =
      """
      import java.util.*;
      import java.util.function.*;

      final class Warm<T extends Comparable<T>> implements Supplier<List<T>> {
        enum Kind { ONE, TWO }
        record Pair(int left, String right) {}
        private final List<T> all = new ArrayList<>();
        @Override public List<T> get() {
          for (T one : all) {
            try {
              all.removeIf(other -> other.compareTo(one) > 0 && other != null);
            } catch (RuntimeException e) {
              throw new IllegalStateException("no " + one + e.getMessage(), e);
            }
          }
          int sum = switch (Kind.ONE) { case ONE -> new Pair(1, "a").left(); default -> 2; };
          return all.stream().filter(Objects::nonNull).limit(sum).toList();
        }
      }
      """;

  private WarmCompiler() {}

  static void start() {
    Thread thread = new Thread(WarmCompiler::quietly, "ratchet-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** Without a compiler the check itself says so. */
  private static void quietly() {
    try {
      compile();
    } catch (IllegalStateException e) {
      return;
    }
  }

  static Compilation compile() {
    return TreeCompiler.of(JavaTarget.builder("src").build())
        .compile(SourceTree.of(Map.of("src/Warm.java", SAMPLE)));
  }
}
