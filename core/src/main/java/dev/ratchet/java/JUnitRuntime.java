package dev.ratchet.java;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The jars that run JUnit tests: launcher, engine and what they need. Users create it.
 *
 * @param jars the jars, in the order of the class path
 */
public record JUnitRuntime(List<Path> jars) {
  private static final List<Map.Entry<String, String>> REQUIRED =
      List.of(
          Map.entry(
              "org.junit.platform.launcher.Launcher", "org.junit.platform:junit-platform-launcher"),
          Map.entry(
              "org.junit.platform.engine.TestEngine", "org.junit.platform:junit-platform-engine"),
          Map.entry(
              "org.junit.platform.commons.JUnitException",
              "org.junit.platform:junit-platform-commons"),
          Map.entry(
              "org.junit.jupiter.engine.JupiterTestEngine",
              "org.junit.jupiter:junit-jupiter-engine"),
          Map.entry("org.junit.jupiter.api.Test", "org.junit.jupiter:junit-jupiter-api"),
          Map.entry("org.opentest4j.AssertionFailedError", "org.opentest4j:opentest4j"));
  private static final List<String> OPTIONAL =
      List.of(
          "org.junit.jupiter.params.ParameterizedTest",
          "org.apiguardian.api.API",
          "org.jspecify.annotations.NullMarked");

  /** Returns a runtime of these jars; the list is copied. */
  public JUnitRuntime {
    jars = List.copyOf(jars);
  }

  /**
   * Returns the runtime that the host has on its own class path.
   *
   * @throws IllegalStateException if something is missing, naming the artifact to add
   */
  public static JUnitRuntime onHost() {
    return on(
        Stream.of(
                Thread.currentThread().getContextClassLoader(),
                JUnitRuntime.class.getClassLoader(),
                ClassLoader.getSystemClassLoader())
            .filter(loader -> loader != null)
            .toList());
  }

  static JUnitRuntime on(List<ClassLoader> loaders) {
    Set<Path> jars = new LinkedHashSet<>();
    for (Map.Entry<String, String> entry : REQUIRED) {
      jars.add(
          jar(entry.getKey(), loaders)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "Tests can't be run, because "
                              + entry.getKey()
                              + " is not on the host's class path. Add "
                              + entry.getValue()
                              + " to the host's dependencies, or name the jars with"
                              + " new JUnitRuntime(jars)")));
    }
    OPTIONAL.forEach(name -> jar(name, loaders).ifPresent(jars::add));
    return new JUnitRuntime(new ArrayList<>(jars));
  }

  private static Optional<Path> jar(String className, List<ClassLoader> loaders) {
    for (ClassLoader loader : loaders) {
      try {
        Class<?> type = Class.forName(className, false, loader);
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation() != null) {
          return Optional.of(path(source.getLocation()));
        }
      } catch (ClassNotFoundException | LinkageError e) {
        // The next loader may know it.
      }
    }
    return Optional.empty();
  }

  private static Path path(URL location) {
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The jar " + location + " has no path", e);
    }
  }
}
