package dev.ratchet.examples;

import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.examples.Options.UsageException;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.guardrails.policy.JavaSettings;
import dev.ratchet.java.JavaTarget;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the program to improve, with its policy.
 *
 * @param copy where the copy lies
 * @param tree the program as it is
 * @param policy what may be edited
 * @param target how the program is compiled, tested and entered
 */
record Project(Path copy, SourceTree tree, Policy policy, JavaTarget target) {

  /** Copies a program into a directory of its own, once all that was asked for is known good. */
  static Project copy(Options options, Path work) throws IOException, UsageException {
    Path original = options.project();
    Policy policy = Policy.read(options.policy(), original);
    JavaTarget target = target(original, policy.java());
    refuseOverlap(options, policy.filter(), work);
    SourceTree tree = read(original, policy.filter());
    Path copy = work.resolve("tree");
    try {
      delete(work);
      Files.createDirectories(work);
      tree.writeTo(copy);
    } catch (FileSystemException e) {
      throw new IOException(
          "The copy of the program can't be written: %s. Nothing else was changed; make %s writable, with room for the copy"
              .formatted(e, work),
          e);
    }
    return new Project(copy, tree, policy, target);
  }

  PathFilter filter() {
    return policy.filter();
  }

  /** Refuses to empty a directory that holds what was given, or to write into the program. */
  private static void refuseOverlap(Options options, PathFilter read, Path work)
      throws IOException, UsageException {
    Path results = real(work);
    List<Path> given = new ArrayList<>(List.of(options.project(), options.policy()));
    options.suiteFile().ifPresent(given::add);
    given.addAll(options.suiteClassPath());
    options.data().ifPresent(given::add);
    for (Path path : given) {
      if (real(path).startsWith(results)) {
        throw new UsageException(
            path + " lies in " + work + ", which is emptied for the results; move it elsewhere");
      }
    }
    Path project = real(options.project());
    if (results.startsWith(project)) {
      String journal = project.relativize(results.resolve(Main.JOURNAL)).toString();
      if (read.accepts(SourcePath.of(journal.replace('\\', '/')))) {
        throw new UsageException(
            "The results would be written to %s, inside the program at %s; start from another directory"
                .formatted(work, options.project()));
      }
    }
  }

  /** Returns where a path leads, links resolved as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.exists(absolute) || parent == null) {
      return absolute.toRealPath();
    }
    return real(parent).resolve(String.valueOf(absolute.getFileName()));
  }

  private static SourceTree read(Path directory, PathFilter filter) throws IOException {
    try {
      return SourceTree.read(directory, filter);
    } catch (FileSystemException e) {
      throw new IOException(
          "The program in %s can't be read: %s. Make its files readable".formatted(directory, e),
          e);
    }
  }

  private static JavaTarget target(Path original, JavaSettings settings)
      throws IOException, UsageException {
    String entryPoint =
        settings
            .entryPoint()
            .orElseThrow(
                () ->
                    new UsageException(
                        "The policy does not say where tasks enter the program; add"
                            + " entry-point: \"package.Type#method\" to its java section"));
    return JavaTarget.builder(roots(settings.sources()))
        .withTestRoots(roots(settings.tests()))
        .withResourceRoots(roots(settings.resources()))
        .withClassPath(jars(original, settings.classPath()))
        .withLanguageLevel(settings.level())
        .withEntryPoint(entryPoint)
        .build();
  }

  private static String[] roots(List<SourcePath> roots) {
    return roots.stream().map(SourcePath::value).toArray(String[]::new);
  }

  private static List<Path> jars(Path directory, List<PathGlob> globs) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        if (SourcePath.problem(name).isEmpty()
            && globs.stream().anyMatch(glob -> glob.matches(SourcePath.of(name)))) {
          jars.add(file.toAbsolutePath());
        }
      }
    }
    return jars;
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
