package dev.ratchet.isolation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the host, found by name. */
final class Tool {
  private static final List<String> USUAL = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

  private Tool() {}

  /** Returns a program: an absolute path that can be run, or a name in the usual directories. */
  static Optional<Path> find(String name) {
    try {
      if (name.contains("/") || name.contains(File.separator)) {
        return Optional.of(Path.of(name)).filter(Tool::canRun);
      }
      String path = String.valueOf(System.getenv("PATH"));
      return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), USUAL.stream())
          .filter(directory -> !directory.isEmpty())
          .map(directory -> Path.of(directory).toAbsolutePath().resolve(name))
          .filter(Tool::canRun)
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Returns a tool of the system itself, whatever the search path of the host says. */
  static Optional<Path> ofSystem(String name) {
    return USUAL.stream().map(home -> Path.of(home, name)).filter(Tool::canRun).findFirst();
  }

  private static boolean canRun(Path program) {
    return Files.isRegularFile(program) && Files.isExecutable(program);
  }
}
