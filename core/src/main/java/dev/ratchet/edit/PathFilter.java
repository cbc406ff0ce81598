package dev.ratchet.edit;

import java.util.List;

/** A choice of paths by globs: at least one include matches and no exclude does. Users call it. */
public final class PathFilter {

  private final List<PathGlob> includes;
  private final List<PathGlob> excludes;

  private PathFilter(List<PathGlob> includes, List<PathGlob> excludes) {
    this.includes = includes;
    this.excludes = excludes;
  }

  /** Returns the filter that accepts every path. */
  public static PathFilter all() {
    return of(List.of("**"), List.of());
  }

  /**
   * Returns a filter of these {@linkplain PathGlob globs}.
   *
   * @throws IllegalArgumentException if a glob is malformed, or {@code includes} is empty, because
   *     then nothing would be accepted
   */
  public static PathFilter of(List<String> includes, List<String> excludes) {
    if (includes.isEmpty()) {
      throw new IllegalArgumentException(
          "includes is empty, so the filter would accept no path; include \"**\" to accept all");
    }
    return new PathFilter(
        includes.stream().map(PathGlob::of).toList(), excludes.stream().map(PathGlob::of).toList());
  }

  /** Returns whether this path is chosen. */
  public boolean accepts(SourcePath path) {
    return accepts(path.value());
  }

  boolean accepts(String path) {
    return includes.stream().anyMatch(glob -> glob.matches(path)) && !excludes(path);
  }

  boolean excludes(String path) {
    return excludes.stream().anyMatch(glob -> glob.matches(path));
  }

  /** Returns whether a path below this directory may be chosen; false saves the walk. */
  boolean mayAcceptBelow(String directory) {
    return includes.stream().anyMatch(glob -> glob.mayMatchBelow(directory))
        && excludes.stream().noneMatch(glob -> glob.covers(directory));
  }

  /** Returns the globs. */
  @Override
  public String toString() {
    return "includes " + includes + ", excludes " + excludes;
  }
}
