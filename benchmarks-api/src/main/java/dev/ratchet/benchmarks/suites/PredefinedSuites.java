package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.BenchmarkSuite;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The suites that come with Ratchet. Users call it.
 *
 * <p>Each task's input begins with a line that names its family; the formats are described at
 * {@link #logicFamilies} and {@link #mathsFamilies}.
 *
 * <p>Most tasks cost a plain solver from ten thousand to three million bytecode instructions; edge
 * cases, {@code gcd} and {@code linear} cost it far less, the hardest Sudoku and formulas a few
 * million. So no family but these two is decided by what reading the text costs.
 */
public final class PredefinedSuites {
  private PredefinedSuites() {}

  /** Returns the logic puzzles: all of {@link #logicFamilies}. */
  public static GeneratedSuite logic() {
    return GeneratedSuite.of("logic", logicFamilies());
  }

  /** Returns the tasks with numbers: all of {@link #mathsFamilies}. */
  public static GeneratedSuite maths() {
    return GeneratedSuite.of("maths", mathsFamilies());
  }

  /** Returns all families of logic and maths. */
  public static GeneratedSuite logicAndMaths() {
    return GeneratedSuite.of(
        "logic+maths", Stream.concat(logicFamilies().stream(), mathsFamilies().stream()).toList());
  }

  /** Returns the suite called {@code logic}, {@code maths} or {@code logic+maths}. */
  public static Optional<BenchmarkSuite> named(String name) {
    return Stream.<BenchmarkSuite>of(logic(), maths(), logicAndMaths())
        .filter(suite -> suite.name().equals(name))
        .findFirst();
  }

  /**
   * Returns the families of logic puzzles, for suites of one's own.
   *
   * <ul>
   *   <li>{@code sudoku}: 81 characters, row by row, {@code .} for a blank; answered by 81 digits.
   *   <li>{@code queens}: a line {@code n}, then lines {@code row col} (from 0) of squares where no
   *       queen may stand; answered by the number of ways to place n queens in peace.
   *   <li>{@code knights}: a line of names, then lines {@code NAME: STATEMENT}; knights tell the
   *       truth, knaves lie; answered by {@code knight} or {@code knave} for each name.
   *   <li>{@code grid}: a line N, lines {@code CATEGORY: values}, then clues {@code same a b},
   *       {@code differ a b}, {@code left a b}, {@code next a b}, {@code before a b} or {@code at a
   *       P}; answered by N lines, the values at each position in the order of the categories.
   *   <li>{@code sat}: a formula in DIMACS form; answered by {@code UNSAT} or {@code SAT} and a
   *       signed literal for each variable.
   * </ul>
   */
  public static List<TaskFamily> logicFamilies() {
    return List.of(
        new SudokuFamily(),
        new QueensFamily(),
        new KnightsFamily(),
        new GridFamily(),
        new SatFamily());
  }

  /**
   * Returns the families of tasks with numbers, for suites of one's own.
   *
   * <ul>
   *   <li>{@code primes}: {@code count LO HI}, {@code sum LO HI}, {@code nth K} or {@code factor
   *       N}.
   *   <li>{@code gcd}: {@code gcd a b ...} or {@code lcm a b ...}.
   *   <li>{@code modpow}: {@code b e m}, answered by b to the power of e, modulo m.
   *   <li>{@code partitions}: {@code count N}, or {@code count N K} with parts of at most K.
   *   <li>{@code digits}: {@code sum N}, {@code root N}, or {@code count LO HI S}, the integers
   *       from LO to HI with digit sum S.
   *   <li>{@code linear}: a line n, then n lines of coefficients and right-hand side; answered by
   *       the unknowns, integers or reduced fractions {@code p/q}.
   * </ul>
   */
  public static List<TaskFamily> mathsFamilies() {
    return List.of(
        new PrimesFamily(),
        new GcdFamily(),
        new ModpowFamily(),
        new PartitionsFamily(),
        new DigitsFamily(),
        new LinearFamily());
  }
}
