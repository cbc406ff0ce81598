package dev.ratchet.cli;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.guardrails.PolicyGuardrail;
import dev.ratchet.guardrails.policy.JavaSettings;
import dev.ratchet.verdict.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** The program before the edit, which has to compile for an edit of it to be judged. */
final class Baseline {
  private final PolicyGuardrail guard;
  private final CompletableFuture<Optional<Finding>> problem;

  private Baseline(PolicyGuardrail guard, Snapshot before) {
    this.guard = guard;
    this.problem = CompletableFuture.supplyAsync(() -> guard.baselineProblem(before.tree()));
  }

  /** Begins to compile, which goes on while the edit is read and parsed. */
  static Baseline of(Policy policy, Snapshot before, List<Path> classPath) {
    try {
      List<Path> jars = jars(policy.java(), before.directory(), classPath);
      return new Baseline(PolicyGuardrail.of(policy, jars), before);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UnusableException("The program can't be compiled here: " + e.getMessage());
    }
  }

  PolicyGuardrail guard() {
    return guard;
  }

  /**
   * Waits for the compiler.
   *
   * @throws UnusableException if the program does not compile
   */
  void requireSound() {
    try {
      problem
          .join()
          .ifPresent(
              finding -> {
                throw new UnusableException(finding + ". See also --class-path");
              });
    } catch (CompletionException e) {
      throw new UnusableException("The program before the edit can't be compiled: " + e.getCause());
    }
  }

  /** Jars within the program come from the version before, which the edit has not touched. */
  private static List<Path> jars(JavaSettings java, Path before, List<Path> given) {
    if (java.classPath().isEmpty()) {
      return given;
    }
    try (Stream<Path> files = Files.walk(before)) {
      Stream<Path> own =
          files.filter(file -> isNamed(java, Snapshot.name(before.relativize(file))));
      return Stream.concat(given.stream(), own.sorted()).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableException("The jars that the policy names can't be found", e);
    }
  }

  private static boolean isNamed(JavaSettings java, String name) {
    return SourcePath.problem(name).isEmpty()
        && java.classPath().stream().anyMatch(glob -> glob.matches(SourcePath.of(name)));
  }
}
