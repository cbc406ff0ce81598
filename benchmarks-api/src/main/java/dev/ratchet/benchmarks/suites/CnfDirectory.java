package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fixed suite of formulas from a directory of DIMACS files. Users call {@link #read}.
 *
 * <p>Reads the files whose names end in {@code .cnf}, in the order of their names, not those in
 * folders below. The tasks have the format of the family {@code sat} of {@link PredefinedSuites},
 * without comments (they may give the answer away) and with one clause a line.
 */
public final class CnfDirectory {
  private static final long MOST_DECISIONS = 1_000_000;

  private CnfDirectory() {}

  /**
   * Returns the small formulas of a directory, all in one split, called by the directory's name.
   *
   * <p>Each is solved to know whether it has a model. A formula that is a copy of an earlier one,
   * but for names, polarity and order, is left out.
   *
   * @param mostVariables leaves out formulas with more variables than this
   * @throws IllegalArgumentException if the directory or a file can't be read, a file is not
   *     DIMACS, no formula is small enough, or one takes too long to decide; the message names the
   *     place
   */
  public static FixedSuite read(Path directory, Split split, int mostVariables) {
    Map<String, Task> tasks = new LinkedHashMap<>();
    for (Path file : files(directory)) {
      Cnf formula = formula(file);
      if (formula.variables() <= mostVariables) {
        tasks.computeIfAbsent(formula.canonical(), canonical -> task(file, formula));
      }
    }
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException(
          "The directory "
              + directory
              + " has no .cnf file with at most "
              + mostVariables
              + " variables: name another directory or allow more variables");
    }
    String name = String.valueOf(directory.getFileName());
    return FixedSuite.of(name, Map.of(split, new ArrayList<>(tasks.values())));
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(file -> file.toString().endsWith(".cnf")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The directory " + directory + " can't be read (" + e + "): check its name and access",
          e);
    }
  }

  private static Cnf formula(Path file) {
    String text = TextLines.text(file);
    try {
      return Cnf.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " is not DIMACS: " + e.getMessage(), e);
    }
  }

  private static Task task(Path file, Cnf formula) {
    try {
      return SatFamily.question(formula.dimacs(), formula, Dpll.solve(formula, MOST_DECISIONS))
          .task("sat");
    } catch (Dpll.Undecided e) {
      throw new IllegalArgumentException(
          file + " takes too long to decide: remove it or allow fewer variables", e);
    }
  }
}
