package dev.ratchet.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Reads patches for tests and says what came of them. */
final class Patches {

  private Patches() {}

  static SourcePath path(String text) {
    return SourcePath.of(text);
  }

  static SourceTree applied(PatchFormat format, String patch, SourceTree base) {
    return applied(format.read(patch, base), base);
  }

  static SourceTree applied(PatchResult result, SourceTree base) {
    ChangeSet changes =
        result.fold(
            resolved -> resolved,
            problems -> {
              throw new AssertionError(problems);
            });
    return changes
        .applyTo(base)
        .fold(
            tree -> tree,
            reasons -> {
              throw new AssertionError(reasons);
            });
  }

  static List<PatchProblem> problems(PatchFormat format, String patch, SourceTree base) {
    return format
        .read(patch, base)
        .fold(
            resolved -> {
              throw new AssertionError("It was not refused:\n" + resolved);
            },
            problems -> problems);
  }

  /** Returns the one problem that there has to be. */
  static PatchProblem problem(PatchFormat format, String patch, SourceTree base) {
    List<PatchProblem> problems = problems(format, patch, base);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  static SourceTree tree(String path, String text) {
    return SourceTree.of(Map.of(path, text));
  }
}
