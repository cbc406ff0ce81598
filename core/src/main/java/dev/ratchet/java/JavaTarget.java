package dev.ratchet.java;

import dev.ratchet.benchmarks.Subject;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the host says of a Java program: roots, class path, language level. Users build it.
 *
 * <p>Nothing of it is read from the program's own build, which is data. A root is a directory of
 * the tree, such as {@code src/main/java}, or {@code .} for the whole tree. Immutable.
 */
public final class JavaTarget {
  private static final int OLDEST_LEVEL = 8;
  private static final String WHOLE_TREE = ".";

  private final List<String> sourceRoots;
  private final List<String> testRoots;
  private final List<String> resourceRoots;
  private final List<Path> classPath;
  private final List<Path> testClassPath;
  private final int languageLevel;
  private final Optional<Subject.EntryPoint> entryPoint;

  private JavaTarget(Builder builder) {
    this.sourceRoots = builder.sourceRoots;
    this.testRoots = builder.testRoots;
    this.resourceRoots = builder.resourceRoots;
    this.classPath = builder.classPath;
    this.testClassPath = builder.testClassPath;
    this.languageLevel = builder.languageLevel;
    this.entryPoint = builder.entryPoint;
  }

  /**
   * Returns a builder of a target.
   *
   * @param sourceRoots the roots of what is compiled
   * @throws IllegalArgumentException if there is no root or one is no path inside a tree
   */
  public static Builder builder(String... sourceRoots) {
    return new Builder(sourceRoots);
  }

  /** Returns the jars that the program needs. */
  public List<Path> classPath() {
    return classPath;
  }

  /** Returns the jars that its tests need beside those. */
  public List<Path> testClassPath() {
    return testClassPath;
  }

  /** Returns the Java version that the sources are written in. */
  public int languageLevel() {
    return languageLevel;
  }

  /** Returns where tasks enter the program; empty for a program that is only tested. */
  public Optional<Subject.EntryPoint> entryPoint() {
    return entryPoint;
  }

  /** Returns whether the path lies below a test root. */
  public boolean isTest(SourcePath path) {
    return isBelow(testRoots, path);
  }

  /** Returns the path of a file relative to its source root; empty outside of all of them. */
  public Optional<String> inSourceRoot(SourcePath path) {
    return isTest(path) ? Optional.empty() : relative(sourceRoots, path);
  }

  /** Returns the Java sources of the program in a tree, tests not included. */
  public List<SourcePath> sources(SourceTree tree) {
    return tree.paths().stream().filter(this::isSource).toList();
  }

  /** Returns whether the path is of a Java source of the program, tests not included. */
  public boolean isSource(SourcePath path) {
    return isJava(path) && inSourceRoot(path).isPresent();
  }

  /** Returns the Java sources of the tests in a tree. */
  public List<SourcePath> tests(SourceTree tree) {
    return tree.paths().stream().filter(JavaTarget::isJava).filter(this::isTest).toList();
  }

  /** Returns the name that a resource has on the class path; empty for all that is none. */
  Optional<String> resourceName(SourcePath path) {
    boolean java = path.value().endsWith(".java");
    return java ? Optional.empty() : relative(resourceRoots, path);
  }

  /** Returns the name that a file beside the tests has on their class path; empty for others. */
  Optional<String> testResourceName(SourcePath path) {
    boolean java = path.value().endsWith(".java");
    return java ? Optional.empty() : relative(testRoots, path);
  }

  /** A module descriptor would turn the class path into a module path; the tools need none. */
  private static boolean isJava(SourcePath path) {
    return path.value().endsWith(".java") && !path.fileName().equals("module-info.java");
  }

  private static boolean isBelow(List<String> roots, SourcePath path) {
    return relative(roots, path).isPresent();
  }

  private static Optional<String> relative(List<String> roots, SourcePath path) {
    for (String root : roots) {
      if (root.equals(WHOLE_TREE)) {
        return Optional.of(path.value());
      }
      if (path.value().startsWith(root + "/")) {
        return Optional.of(path.value().substring(root.length() + 1));
      }
    }
    return Optional.empty();
  }

  /** A builder of targets. Users call it. */
  public static final class Builder {
    private final List<String> sourceRoots;
    private List<String> testRoots = List.of();
    private List<String> resourceRoots = List.of();
    private List<Path> classPath = List.of();
    private List<Path> testClassPath = List.of();
    private int languageLevel = 17;
    private Optional<Subject.EntryPoint> entryPoint = Optional.empty();

    private Builder(String... sourceRoots) {
      this.sourceRoots = roots(sourceRoots);
      if (sourceRoots.length == 0) {
        throw new IllegalArgumentException("sourceRoots must name at least one root");
      }
    }

    /** Sets the roots of the tests; their other files are the tests' resources. */
    public Builder withTestRoots(String... roots) {
      testRoots = roots(roots);
      return this;
    }

    /** Sets the roots of the files that the program finds on its class path. */
    public Builder withResourceRoots(String... roots) {
      resourceRoots = roots(roots);
      return this;
    }

    /** Sets the jars that the program needs. */
    public Builder withClassPath(List<Path> jars) {
      classPath = List.copyOf(jars);
      return this;
    }

    /** Sets the jars that the tests need beside those, such as JUnit's. */
    public Builder withTestClassPath(List<Path> jars) {
      testClassPath = List.copyOf(jars);
      return this;
    }

    /**
     * Sets the Java version of the sources; 17 by default.
     *
     * @throws IllegalArgumentException if this runtime can't compile it
     */
    public Builder withLanguageLevel(int level) {
      int newest = Runtime.version().feature();
      if (level < OLDEST_LEVEL || level > newest) {
        throw new IllegalArgumentException(
            "level must be from "
                + OLDEST_LEVEL
                + " to "
                + newest
                + " on this runtime, but is "
                + level);
      }
      languageLevel = level;
      return this;
    }

    /** Sets where tasks enter the program. */
    public Builder withEntryPoint(Subject.EntryPoint point) {
      entryPoint = Optional.of(Objects.requireNonNull(point, "point"));
      return this;
    }

    /**
     * Sets where tasks enter the program, as {@code package.Type#method}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public Builder withEntryPoint(String point) {
      return withEntryPoint(Subject.EntryPoint.parse(point));
    }

    /** Returns the target. */
    public JavaTarget build() {
      return new JavaTarget(this);
    }

    private static List<String> roots(String... roots) {
      return Stream.of(roots)
          .map(root -> root.equals(WHOLE_TREE) ? root : SourcePath.of(root).value())
          .toList();
    }
  }
}
