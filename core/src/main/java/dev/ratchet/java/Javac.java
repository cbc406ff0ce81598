package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler of this runtime, set up for one target: sources in, class files or findings out. */
final class Javac {
  private static final int SHOWN_ERRORS = 20;

  private final JavaTarget target;
  private final JavaCompiler compiler;

  private Javac(JavaTarget target, JavaCompiler compiler) {
    this.target = target;
    this.compiler = compiler;
  }

  /**
   * Returns the compiler of a target.
   *
   * @throws IllegalStateException if this runtime has none
   */
  static Javac of(JavaTarget target) {
    return new Javac(target, required(Optional.ofNullable(systemCompiler())));
  }

  @SuppressWarnings("NullAway") // documented to be null on a runtime without compiler
  private static @Nullable JavaCompiler systemCompiler() {
    return ToolProvider.getSystemJavaCompiler();
  }

  static JavaCompiler required(Optional<JavaCompiler> compiler) {
    return compiler.orElseThrow(
        () ->
            new IllegalStateException(
                "This Java runtime ("
                    + System.getProperty("java.home")
                    + ") has no compiler, because it is not a full JDK or lacks the module"
                    + " jdk.compiler. Start the host with a JDK of version 17 or later"));
  }

  JavaTarget target() {
    return target;
  }

  /** Returns files of a class path; who asks closes them. */
  StandardJavaFileManager files(List<Path> classPath) {
    StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
    try {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      // Without a source path javac would compile sources that it finds inside of jars.
      manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("The class path " + classPath + " can't be read", e);
    }
    return manager;
  }

  /** Returns what a whole tree is compiled to, or why it is not. */
  Compilation compile(SourceTree tree, StandardJavaFileManager files) {
    return compile(tree, target.sources(tree), files, none -> Stream.empty());
  }

  /**
   * Returns what some sources of a tree are compiled to, or why they are not.
   *
   * @param library the class files of a package that stand in front of the class path
   */
  Compilation compile(
      SourceTree tree,
      Collection<SourcePath> paths,
      StandardJavaFileManager manager,
      Function<String, Stream<ClassFile>> library) {
    List<MemoryFiles.Source> sources = new ArrayList<>();
    for (SourcePath path : paths) {
      Optional<String> text = tree.file(path).flatMap(SourceFile::text);
      if (text.isEmpty()) {
        return failed(
            Finding.hard("compile.encoding", "A source is not well-formed UTF-8 text")
                .at(Place.of(path))
                .because("sources are read as UTF-8 by every tool")
                .remedy("write the file in UTF-8"));
      }
      sources.add(new MemoryFiles.Source(path, text.get()));
    }
    if (sources.isEmpty()) {
      return failed(
          Finding.hard("compile.no-sources", "The tree has no Java source to compile")
              .because("only files below the target's roots are compiled")
              .remedy("check the roots that the target names"));
    }
    return compile(tree.hash(), sources, new MemoryFiles(manager, library));
  }

  private Compilation compile(
      ContentHash tree, List<MemoryFiles.Source> sources, MemoryFiles memory) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter noise = new StringWriter();
    try {
      boolean good = compiler.getTask(noise, memory, diagnostics, options(), null, sources).call();
      if (good) {
        return new Compilation.Compiled(tree, ClassTable.of(memory.results()));
      }
    } catch (RuntimeException | StackOverflowError e) {
      return failed(
          Finding.hard("compile.crashed", "The compiler gave up on the sources: " + e)
              .because("what can't be compiled can't be judged")
              .remedy("write simpler, less deeply nested code"));
    }
    List<Finding> errors =
        diagnostics.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .limit(SHOWN_ERRORS)
            .map(this::finding)
            .toList();
    return errors.isEmpty()
        ? failed(Finding.hard("compile.error", "The compiler refused: " + noise))
        : new Compilation.Failed(errors);
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(List.of("-proc:none", "-implicit:none", "-g", "-nowarn", "-Xlint:none"));
    if (target.languageLevel() != Runtime.version().feature()) {
      // Costs a third more than the runtime's own level, so it is given only where it says more.
      options.addAll(List.of("--release", String.valueOf(target.languageLevel())));
    }
    return options;
  }

  private Finding finding(Diagnostic<? extends JavaFileObject> error) {
    Finding finding =
        Finding.hard("compile.error", error.getMessage(Locale.ENGLISH))
            .because("a version that does not compile can't be judged")
            .remedy(
                "correct it; Java "
                    + target.languageLevel()
                    + " and the target's class path are all there is");
    int line = (int) Math.max(0, error.getLineNumber());
    return error.getSource() instanceof MemoryFiles.Source source
        ? finding.at(Place.of(source.path(), line))
        : finding;
  }

  static Compilation failed(Finding finding) {
    return new Compilation.Failed(List.of(finding));
  }
}
