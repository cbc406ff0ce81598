package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.Task;

/**
 * A form of tasks that is the same for clones. Authors of suites implement it, often as a lambda.
 *
 * <p>Who knows the answer to a puzzle knows it for the puzzle with its digits exchanged, too. A
 * canonical form is the same for all that count as one task, so that {@link Splits} keeps them
 * together. A form that is too coarse only keeps more together than it must; one that is too fine
 * lets clones leak. It must be a pure function.
 */
@FunctionalInterface
public interface Canonical {
  /** Returns the form of a task; the same for its clones. */
  String of(Task task);

  /** Returns the input, any white space taken for one blank. */
  static Canonical text() {
    return task -> task.input().strip().replaceAll("\\s+", " ");
  }

  /**
   * Returns the forms that come with Ratchet, by family and format of {@link PredefinedSuites}.
   *
   * <p>{@code sudoku}: blind to relabelled digits, transposition, and permuted rows, columns, bands
   * and stacks. {@code sat}: blind to names and polarity of variables and to the order of clauses
   * and literals. All other tasks: {@link #text}.
   */
  static Canonical standard() {
    return task ->
        switch (task.family()) {
          case "sudoku" -> SudokuFamily.canonical(task.input()).orElseGet(() -> text().of(task));
          case "sat" -> SatFamily.canonical(task.input()).orElseGet(() -> text().of(task));
          default -> text().of(task);
        };
  }
}
