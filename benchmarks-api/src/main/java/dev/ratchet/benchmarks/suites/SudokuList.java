package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.DataSetInfo;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fixed suite of Sudoku from a list, a puzzle a line. Users call {@link #read}.
 *
 * <p>A puzzle is 81 characters, row by row: the digits 1 to 9, and {@code 0} or {@code .} for a
 * blank. Blank lines and lines that begin with {@code #} are skipped. The tasks have the format of
 * the family {@code sudoku} of {@link PredefinedSuites}.
 */
public final class SudokuList {
  private SudokuList() {}

  /**
   * Returns the first puzzles of a list, all in one split, called by the file's name.
   *
   * <p>Each puzzle is solved to be sure of its answer, which takes milliseconds for hard ones. A
   * puzzle that is a relabelled, transposed or rearranged copy of an earlier one is left out.
   *
   * @param most reads no more puzzles than this
   * @throws IllegalArgumentException if the file can't be read, has no puzzle, or a line is not a
   *     puzzle with exactly one solution; the message names file and line
   */
  public static FixedSuite read(Path file, Split split, int most) {
    return suite(file, Map.of(split, tasks(file, most)));
  }

  /**
   * Returns the first puzzles of a list, dealt to tuning, validation and held-out by {@link
   * Splits#dealt}.
   *
   * @param most reads no more puzzles than this
   * @throws IllegalArgumentException as {@link #read} does
   */
  public static FixedSuite readDealt(Path file, int most) {
    return suite(file, Splits.dealt(tasks(file, most), Canonical.standard()));
  }

  private static FixedSuite suite(Path file, Map<Split, List<Task>> tasks) {
    String name = String.valueOf(file.getFileName());
    return FixedSuite.of(name, tasks)
        .withAbout(DataSetInfo.named(name).withHash(Digest.hex(TextLines.text(file))));
  }

  private static List<Task> tasks(Path file, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, but is " + most);
    }
    List<Task> tasks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> lines = TextLines.of(file);
    for (int i = 0; i < lines.size() && tasks.size() < most; i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Question question = question(file, i + 1, line);
        if (seen.add(question.canonical())) {
          tasks.add(question.task("sudoku"));
        }
      }
    }
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException(
          "The list " + file + " has no puzzles: add lines of 81 digits, 0 or . for a blank");
    }
    return tasks;
  }

  private static Question question(Path file, int number, String line) {
    if (!line.matches("[0-9.]{81}")) {
      throw TextLines.error(
          file, number, "a puzzle must be 81 characters, digits or . for a blank, but this is not");
    }
    int[] cells = SudokuFamily.cells(line);
    List<int[]> solutions = SudokuSolver.solutions(cells, 2);
    if (solutions.size() != 1) {
      throw TextLines.error(
          file,
          number,
          "a puzzle must have exactly one solution, but this has "
              + (solutions.isEmpty() ? "none" : "several")
              + ": correct or remove the line");
    }
    return SudokuFamily.question(cells, solutions.get(0));
  }
}
