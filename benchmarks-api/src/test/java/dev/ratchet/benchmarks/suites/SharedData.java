package dev.ratchet.benchmarks.suites;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real puzzles and formulas that lie beside the repository on some machines. */
final class SharedData {
  private SharedData() {}

  /** Returns a path in the data folder, or ends the test as skipped when it is absent. */
  static Path path(String name) {
    Path path = Path.of("..", "..", "shared", "data", name);
    assumeTrue(Files.exists(path), () -> "skipped: there is no " + path + " beside the repository");
    return path;
  }
}
