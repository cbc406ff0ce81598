package dev.ratchet.examples;

import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.examples.Options.UsageException;
import dev.ratchet.guardrails.JavaSettings;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.java.JavaTarget;
import java.io.IOException;
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
 */
record Project(Path copy, SourceTree tree, Policy policy) {

  /** Copies a program into an empty directory and reads its policy. */
  static Project copy(Options options, Path work) throws IOException {
    Policy policy = Policy.read(options.policy(), options.project());
    SourceTree tree = SourceTree.read(options.project(), policy.filter());
    delete(work);
    Files.createDirectories(work);
    Path copy = work.resolve("tree");
    tree.writeTo(copy);
    return new Project(copy, tree, policy);
  }

  PathFilter filter() {
    return policy.filter();
  }

  /** Returns how the program is compiled, tested and entered, as the policy says. */
  JavaTarget target(Path original) throws IOException, UsageException {
    JavaSettings settings = policy.java();
    List<Path> jars = jars(original, settings.classPath());
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
        .withClassPath(jars)
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
