package dev.ratchet.examples;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.suites.CnfDirectory;
import dev.ratchet.benchmarks.suites.FileSuite;
import dev.ratchet.benchmarks.suites.PredefinedSuites;
import dev.ratchet.benchmarks.suites.SudokuList;
import dev.ratchet.examples.Options.UsageException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the suites that a command line names. */
final class Suites {
  private Suites() {}

  /** Returns the suite that {@code --suite} names. */
  static BenchmarkSuite named(Options options) throws UsageException {
    Optional<BenchmarkSuite> predefined = PredefinedSuites.named(options.suite());
    if (predefined.isPresent()) {
      return predefined.get();
    }
    Optional<Path> file = options.suiteFile();
    return file.isPresent() ? FileSuite.read(file.get()) : ofClass(options);
  }

  private static BenchmarkSuite ofClass(Options options) throws UsageException {
    String name = options.suite();
    try {
      List<URL> urls = new ArrayList<>();
      for (Path entry : options.suiteClassPath()) {
        urls.add(entry.toUri().toURL());
      }
      // The loader stays open as long as the suite is in use, which is until the program ends.
      @SuppressWarnings("resource")
      URLClassLoader loader =
          new URLClassLoader(urls.toArray(URL[]::new), Suites.class.getClassLoader());
      Object suite = loader.loadClass(name).getDeclaredConstructor().newInstance();
      if (suite instanceof BenchmarkSuite found) {
        return found;
      }
      throw new UsageException("The class " + name + " is no " + BenchmarkSuite.class.getName());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new UsageException(
          "There is no suite '"
              + name
              + "': it is neither predefined nor a .jsonl file, and as a"
              + " class it could not be created ("
              + (e instanceof InvocationTargetException thrown ? thrown.getCause() : e)
              + "); name its class path with"
              + " --suite-class-path");
    } catch (MalformedURLException e) {
      throw new UsageException("--suite-class-path can't be read: " + e.getMessage());
    }
  }

  /** Returns suites of real puzzles that lie in a directory; those that are absent are left out. */
  static List<BenchmarkSuite> real(Path data) {
    List<BenchmarkSuite> suites = new ArrayList<>();
    for (String list : List.of("easy50", "top95", "hardest11")) {
      Path file = data.resolve("sudoku").resolve(list + ".txt");
      if (Files.isRegularFile(file)) {
        suites.add(SudokuList.read(file, Split.VAULT, 25));
      }
    }
    Path formulas = data.resolve("sat").resolve("uf20-91");
    if (Files.isDirectory(formulas)) {
      suites.add(CnfDirectory.read(formulas, Split.VAULT, 20));
    }
    return suites;
  }
}
