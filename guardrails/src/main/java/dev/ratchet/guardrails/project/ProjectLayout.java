package dev.ratchet.guardrails.project;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.JavaCache;
import dev.ratchet.guardrails.source.JavaLevels;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.text.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a target has its Java, found from its files; its build is read as text and never run.
 *
 * @param sources the roots of sources
 * @param tests the roots of tests and benchmarks
 * @param resources the roots of resources
 * @param jars globs of jars that lie in the target
 * @param level the language level
 * @param levelFrom what says so
 * @param java the files that were parsed to find it
 */
public record ProjectLayout(
    List<String> sources,
    List<String> tests,
    List<String> resources,
    List<String> jars,
    int level,
    String levelFrom,
    JavaCache java) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.@+=-]+(/[A-Za-z0-9_.@+=-]+)*");
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^[ \\t]*package[ \\t]+([\\w.]+)[ \\t]*;");
  private static final Pattern TESTS =
      Pattern.compile("(.*/)?(src/[^/]*test[^/]*|tests?)/.*", Pattern.CASE_INSENSITIVE);

  /** Of {@code src/jmh/java} the set says it; elsewhere a folder that is named for nothing else. */
  private static final Pattern JUDGES =
      Pattern.compile(
          "(.*/)?(src/[^/]*(test|bench|jmh)[^/]*|tests?|testing|jmh|benchmarks?)(/.*)?",
          Pattern.CASE_INSENSITIVE);

  private static final List<Pattern> LEVELS =
      List.of(
          Pattern.compile("<maven\\.compiler\\.release>\\s*([\\d.]+)"),
          Pattern.compile("<release>\\s*(\\d+)\\s*</release>"),
          Pattern.compile("<maven\\.compiler\\.source>\\s*([\\d.]+)"),
          Pattern.compile("<java\\.version>\\s*([\\d.]+)"),
          Pattern.compile("<source>\\s*([\\d.]+)\\s*</source>"),
          Pattern.compile("options\\.release(?:\\.set\\(|\\s*=)\\s*(\\d+)"),
          Pattern.compile("JavaLanguageVersion\\.of\\(\\s*(\\d+)"),
          Pattern.compile(
              "sourceCompatibility\\s*=?\\s*(?:JavaVersion\\.VERSION_|['\"])?([\\d._]+)"));
  private static final int DEFAULT_LEVEL = 17;

  private record Level(int number, String from) {
    Level or(int other) {
      return number == other
          ? this
          : new Level(other, "the lowest at which all files can be parsed");
    }
  }

  public static ProjectLayout of(SourceTree tree) {
    Set<String> roots = roots(tree);
    List<String> tests = roots.stream().filter(ProjectLayout::judges).toList();
    List<String> sources = roots.stream().filter(root -> !judges(root)).toList();
    Level hint = hint(tree).orElse(new Level(DEFAULT_LEVEL, "no build file says it"));
    JavaCache java = parsed(tree, sources, hint.number());
    Level level = hint.or(java.level());
    return new ProjectLayout(
        sources, tests, resources(tree, sources), jars(tree), level.number(), level.from(), java);
  }

  /** Returns whether a path is of tests or benchmarks. */
  static boolean judges(String path) {
    return JUDGES.matcher(path).matches();
  }

  /** Returns whether a path is of tests, with what they read. */
  public static boolean isOfTests(String path) {
    return TESTS.matcher(path).matches();
  }

  /** Returns whether a name can stand in a glob and in YAML for itself. */
  public static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  private static Set<String> roots(SourceTree tree) {
    Set<String> roots = new TreeSet<>();
    for (SourcePath path : tree.paths()) {
      if (FileEdit.isJava(path) && !path.fileName().endsWith("-info.java")) {
        root(path, tree).filter(ProjectLayout::isPlain).ifPresent(roots::add);
      }
    }
    Set<String> outer = new TreeSet<>();
    for (String root : roots) {
      roots.stream().filter(other -> root.startsWith(other + "/")).forEach(outer::add);
    }
    roots.removeAll(outer);
    roots.removeIf(root -> root.contains("/resources/"));
    return roots;
  }

  private static Optional<String> root(SourcePath path, SourceTree tree) {
    String directory = path.value().substring(0, Math.max(0, path.value().lastIndexOf('/')));
    Matcher matcher = PACKAGE.matcher(tree.file(path).flatMap(SourceFile::text).orElse(""));
    if (!matcher.find()) {
      return Optional.of(directory).filter(d -> !d.isEmpty());
    }
    String inPackage = "/" + matcher.group(1).replace('.', '/');
    return directory.endsWith(inPackage)
        ? Optional.of(directory.substring(0, directory.length() - inPackage.length()))
        : Optional.empty();
  }

  private static List<String> resources(SourceTree tree, List<String> sources) {
    return sources.stream()
        .filter(root -> root.endsWith("/java"))
        .map(root -> root.substring(0, root.length() - "java".length()) + "resources")
        .filter(root -> tree.paths().stream().anyMatch(p -> p.value().startsWith(root + "/")))
        .toList();
  }

  private static List<String> jars(SourceTree tree) {
    return tree.paths().stream()
        .map(SourcePath::value)
        .filter(path -> path.endsWith(".jar") && path.contains("/") && !path.contains("wrapper"))
        .map(path -> path.substring(0, path.lastIndexOf('/')))
        .filter(ProjectLayout::isPlain)
        .map(directory -> directory + "/*.jar")
        .distinct()
        .toList();
  }

  /** Returns the files at the lowest level at which all can be parsed, or else at the least. */
  private static JavaCache parsed(SourceTree tree, List<String> sources, int least) {
    List<SourceFile> files =
        tree.paths().stream()
            .filter(FileEdit::isJava)
            .filter(path -> sources.stream().anyMatch(r -> path.value().startsWith(r + "/")))
            .flatMap(path -> tree.file(path).stream())
            .toList();
    return JavaLevels.all().stream()
        .filter(level -> level >= least)
        .filter(level -> files.stream().allMatch(file -> isOfLevel(file, level)))
        .map(JavaCache::new)
        .findFirst()
        .orElse(new JavaCache(least));
  }

  private static boolean isOfLevel(SourceFile file, int level) {
    return JavaSource.isOfLevel(file.text().orElse(""), level);
  }

  private static Optional<Level> hint(SourceTree tree) {
    return tree.paths().stream()
        .filter(path -> isBuildFile(path.fileName()))
        .sorted(Comparator.comparing(path -> path.value().split("/").length))
        .flatMap(path -> hint(path, tree).stream())
        .findFirst();
  }

  private static boolean isBuildFile(String name) {
    return name.equals("pom.xml") || name.toLowerCase(Locale.ROOT).startsWith("build.gradle");
  }

  private static Optional<Level> hint(SourcePath path, SourceTree tree) {
    String text = tree.file(path).flatMap(SourceFile::text).orElse("");
    return LEVELS.stream()
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).replaceFirst("^1[._]", ""))
        .filter(number -> number.matches("\\d{1,2}"))
        .map(Integer::parseInt)
        .filter(JavaLevels.all()::contains)
        .findFirst()
        .map(level -> new Level(level, Shown.text(path.value()) + " says so"));
  }
}
