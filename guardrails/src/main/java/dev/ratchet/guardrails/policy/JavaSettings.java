package dev.ratchet.guardrails.policy;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.java.JavaTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a policy says of the target as a Java program. Hosts call it to set up their tools.
 *
 * @param level the language level, such as 17
 * @param sources the roots of the program's sources
 * @param tests the roots of its tests
 * @param resources the roots of its resources
 * @param classPath globs of the jars it is compiled against, within the target
 * @param entryPoint what is run, as {@code package.Type} or {@code package.Type#method}
 */
public record JavaSettings(
    int level,
    List<SourcePath> sources,
    List<SourcePath> tests,
    List<SourcePath> resources,
    List<PathGlob> classPath,
    Optional<String> entryPoint) {

  /** Returns settings; lists are copied. */
  public JavaSettings {
    sources = List.copyOf(sources);
    tests = List.copyOf(tests);
    resources = List.copyOf(resources);
    classPath = List.copyOf(classPath);
    Objects.requireNonNull(entryPoint, "entryPoint");
  }

  /**
   * Returns the target that these settings describe.
   *
   * @param jars the jars and directories that the program is compiled against
   * @throws IllegalArgumentException if this runtime can't compile the level
   */
  public JavaTarget target(List<Path> jars) {
    JavaTarget.Builder builder =
        JavaTarget.builder(texts(sources))
            .withTestRoots(texts(tests))
            .withResourceRoots(texts(resources))
            .withLanguageLevel(level)
            .withClassPath(jars);
    entryPoint.filter(point -> point.contains("#")).ifPresent(builder::withEntryPoint);
    return builder.build();
  }

  private static String[] texts(List<SourcePath> paths) {
    return paths.stream().map(SourcePath::value).toArray(String[]::new);
  }
}
