package dev.ratchet.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The JDK that the host runs on, with the files outside of it that its links lead to. */
final class HostJdk {
  private HostJdk() {}

  static Path home() {
    try {
      return Path.of(System.getProperty("java.home")).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("The host's JDK can't be found", e);
    }
  }

  /**
   * Distributions keep settings elsewhere and link to them, some of which no JVM starts without.
   */
  static Set<Path> paths() {
    Path home = home();
    Set<Path> paths = new TreeSet<>(List.of(home));
    for (String part : List.of("conf", "lib")) {
      try (Stream<Path> files = Files.walk(home.resolve(part))) {
        for (Path link : (Iterable<Path>) files.filter(Files::isSymbolicLink)::iterator) {
          addTarget(link, home, paths);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The host's JDK can't be read", e);
      }
    }
    return paths;
  }

  private static void addTarget(Path link, Path home, Set<Path> paths) throws IOException {
    if (Files.exists(link)) {
      Path target = link.toRealPath();
      if (!target.startsWith(home)) {
        paths.add(target);
      }
    }
  }
}
