package dev.ratchet.cli;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.JavaSettings;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.java.Compilation;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.verdict.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program before the edit, which has to compile for an edit of it to be judged. */
final class Baseline {
  private static final int SHOWN = 5;

  private Baseline() {}

  static void compile(Policy policy, Snapshot before, List<Path> classPath) {
    JavaTarget target = target(policy.java(), jars(policy.java(), before, classPath));
    if (target.sources(before.tree()).isEmpty()) {
      return;
    }
    if (TreeCompiler.of(target).compile(before.tree()) instanceof Compilation.Failed failed) {
      throw new UnusableException(message(before, failed.findings()));
    }
  }

  private static JavaTarget target(JavaSettings java, List<Path> classPath) {
    try {
      return JavaTarget.builder(roots(java.sources()))
          .withTestRoots(roots(java.tests()))
          .withClassPath(classPath)
          .withLanguageLevel(java.level())
          .build();
    } catch (IllegalArgumentException e) {
      throw new UnusableException("The policy's java section can't be used here", e);
    }
  }

  private static String[] roots(List<SourcePath> roots) {
    return roots.stream().map(SourcePath::value).toArray(String[]::new);
  }

  /** Jars within the program come from the version before, which the edit has not touched. */
  private static List<Path> jars(JavaSettings java, Snapshot before, List<Path> given) {
    Stream<Path> own =
        before.entries().keySet().stream()
            .filter(path -> isNamed(java, Snapshot.name(path)))
            .map(before.directory()::resolve);
    return Stream.concat(given.stream(), own).toList();
  }

  private static boolean isNamed(JavaSettings java, String name) {
    return SourcePath.problem(name).isEmpty()
        && java.classPath().stream().anyMatch(glob -> glob.matches(SourcePath.of(name)));
  }

  private static String message(Snapshot before, List<Finding> errors) {
    return "The program in %s does not compile, so no edit of it can be judged; see --class-path, and 'java' in the policy:\n%s"
        .formatted(
            before.directory(),
            errors.stream().limit(SHOWN).map(Finding::toString).collect(Collectors.joining("\n")));
  }
}
