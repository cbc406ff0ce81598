package dev.ratchet.cli;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import java.util.Map;

/**
 * Loads the compiler while policy and program are read.
 *
 * <p>A process that judges one edit spends much of its time on loading classes. Those of the
 * compiler need nothing that is read first, and a second processor is mostly idle until then.
 */
final class WarmCompiler {
  private WarmCompiler() {}

  static void start() {
    Thread thread = new Thread(WarmCompiler::compile, "ratchet-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** Without a compiler the check itself says so. */
  private static void compile() {
    try {
      TreeCompiler.of(JavaTarget.builder("src").build())
          .compile(SourceTree.of(Map.of("src/Warm.java", "class Warm { int up() { return 1; } }")));
    } catch (IllegalStateException e) {
      return;
    }
  }
}
