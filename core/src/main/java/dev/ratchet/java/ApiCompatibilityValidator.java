package dev.ratchet.java;

import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Validator;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A validator that holds a candidate to the public API of its base. Users create it.
 *
 * <p>Public and protected types, methods, constructors and fields of the program's own sources have
 * to stay as other programs use them, compiled already or to be compiled again; what is added
 * passes. Not judged: meaning, values of constants, type arguments of supertypes, overloads that
 * make a call ambiguous, further subtypes of a sealed type. Nothing of the candidate runs; an edit
 * inside bodies costs a look at the classes that it changed. Safe for many threads.
 */
public final class ApiCompatibilityValidator implements Validator {
  private final TreeCompiler compiler;
  private final Predicate<String> packages;

  private ApiCompatibilityValidator(TreeCompiler compiler, Predicate<String> packages) {
    this.compiler = Objects.requireNonNull(compiler, "compiler");
    this.packages = packages;
  }

  /**
   * Returns a validator of all packages.
   *
   * @param compiler a compiler that others share, so that a tree is compiled once
   */
  public static ApiCompatibilityValidator of(TreeCompiler compiler) {
    return new ApiCompatibilityValidator(compiler, name -> true);
  }

  /**
   * Returns a validator of these packages alone, each with those below it.
   *
   * @throws IllegalArgumentException if none is named
   */
  public ApiCompatibilityValidator withPackages(String... names) {
    return new ApiCompatibilityValidator(compiler, packages.and(isIn(names)));
  }

  /**
   * Returns a validator that leaves these packages out, each with those below it.
   *
   * @throws IllegalArgumentException if none is named
   */
  public ApiCompatibilityValidator withoutPackages(String... names) {
    return new ApiCompatibilityValidator(compiler, packages.and(isIn(names).negate()));
  }

  private static Predicate<String> isIn(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("names must name at least one package");
    }
    List<String> all = List.of(names);
    return name -> all.stream().anyMatch(n -> name.equals(n) || name.startsWith(n + "."));
  }

  @Override
  public Verdict validate(Candidate candidate) throws IOException {
    Compilation base = compiler.compile(candidate.base());
    Compilation edited = compiler.compile(candidate.base(), candidate.tree());
    if (base instanceof Compilation.Failed failed) {
      return Verdict.of(failed.findings());
    }
    if (edited instanceof Compilation.Failed failed) {
      return Verdict.of(failed.findings());
    }
    return Verdict.of(findings((Compilation.Compiled) base, (Compilation.Compiled) edited));
  }

  private List<Finding> findings(Compilation.Compiled base, Compilation.Compiled candidate)
      throws IOException {
    boolean isAsBefore =
        candidate.changesFrom(base).stream()
            .allMatch(name -> surface(base, name).equals(surface(candidate, name)));
    if (isAsBefore) {
      return List.of();
    }
    try (URLClassLoader library = library()) { // only ever asked for resources
      Function<String, Optional<byte[]>> files = name -> read(library, name);
      return new ApiComparison(
              base,
              candidate,
              new ApiView(base.table(), packages, files),
              new ApiView(candidate.table(), packages, files))
          .findings();
    }
  }

  private static Optional<ClassSurface> surface(Compilation.Compiled compiled, String name) {
    return compiled.table().find(name).map(ClassFile::surface);
  }

  private URLClassLoader library() throws MalformedURLException {
    List<Path> classPath = compiler.target().classPath();
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static Optional<byte[]> read(ClassLoader library, String name) {
    try (InputStream in = library.getResourceAsStream(name + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The class " + name + " of the class path", e);
    }
  }

  @Override
  public boolean runsCandidate() {
    return false;
  }

  @Override
  public String name() {
    return "API compatibility";
  }
}
