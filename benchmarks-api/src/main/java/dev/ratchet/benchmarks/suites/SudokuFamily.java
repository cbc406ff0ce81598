package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.Checker;
import dev.ratchet.benchmarks.Score;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Sudoku with 28 to 34 givens and exactly one solution.
 *
 * <p>Canonical form: the {@link Shape} of the givens, blind to relabelled digits, transposition and
 * permuted rows, columns, bands and stacks. Puzzles on which a plain search, row by row, makes more
 * than {@link #PATIENCE} placements are not asked, so that one task can't outweigh the others.
 */
final class SudokuFamily implements TaskFamily {
  static final int FEWEST_GIVENS = 28;
  static final int MOST_GIVENS = 34;
  private static final int PATIENCE = 2000;

  @Override
  public String name() {
    return "sudoku";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    while (true) {
      int[] solution = solution(dice);
      int[] puzzle = dug(solution, dice);
      if (givens(puzzle) <= MOST_GIVENS && new PlainSearch(puzzle).isShort()) {
        return question(puzzle, solution);
      }
    }
  }

  /** Returns the question of a puzzle whose only solution is given. */
  static Question question(int[] puzzle, int[] solution) {
    return new Question(text(puzzle), canonical(puzzle), text(solution), checker(puzzle));
  }

  /** Returns a solved board: three random boxes that don't see each other, completed. */
  private static int[] solution(Dice dice) {
    int[] cells = new int[81];
    for (int box = 0; box < 3; box++) {
      int[] digits = dice.permutation(9);
      for (int i = 0; i < 9; i++) {
        cells[(box * 3 + i / 3) * 9 + box * 3 + i % 3] = digits[i] + 1;
      }
    }
    // The solver tries small digits first: relabelling and swapping the sides hides that.
    return relabelled(SudokuSolver.solutions(cells, 1).get(0), dice);
  }

  private static int[] relabelled(int[] cells, Dice dice) {
    int[] digits = dice.permutation(9);
    int[] rows = lines(dice);
    int[] columns = lines(dice);
    int[] result = new int[81];
    for (int cell = 0; cell < 81; cell++) {
      result[cell] = digits[cells[rows[cell / 9] * 9 + columns[cell % 9]] - 1] + 1;
    }
    return result;
  }

  /** Returns an order of nine lines that keeps the bands together. */
  private static int[] lines(Dice dice) {
    int[] result = new int[9];
    int[] bands = dice.permutation(3);
    for (int band = 0; band < 3; band++) {
      int[] within = dice.permutation(3);
      for (int i = 0; i < 3; i++) {
        result[band * 3 + i] = bands[band] * 3 + within[i];
      }
    }
    return result;
  }

  private static int[] dug(int[] solution, Dice dice) {
    int[] puzzle = solution.clone();
    int left = 81;
    int wanted = dice.from(FEWEST_GIVENS, MOST_GIVENS);
    for (int cell : dice.permutation(81)) {
      if (left == wanted) {
        break;
      }
      puzzle[cell] = 0;
      if (SudokuSolver.solutions(puzzle, 2).size() == 1) {
        left--;
      } else {
        puzzle[cell] = solution[cell];
      }
    }
    return puzzle;
  }

  static int givens(int[] cells) {
    return (int) Arrays.stream(cells).filter(digit -> digit != 0).count();
  }

  /** Returns the form of a task's input; empty if it is no puzzle. */
  static Optional<String> canonical(String input) {
    String cells = input.strip().replaceFirst("\\Asudoku\\s+", "");
    return cells.matches("[0-9.]{81}") ? Optional.of(canonical(cells(cells))) : Optional.empty();
  }

  /** Returns the cells of 81 digits or dots; 0 for a blank. */
  static int[] cells(String text) {
    return text.chars().map(c -> c == '.' ? 0 : c - '0').toArray();
  }

  static String canonical(int[] puzzle) {
    Shape shape = new Shape();
    int rows = shape.nodes(9, "line");
    int columns = shape.nodes(9, "line");
    int bands = shape.nodes(6, "band");
    int digits = shape.nodes(9, "digit");
    for (int line = 0; line < 18; line++) {
      shape.edge(rows + line, bands + line / 3, "in");
    }
    for (int cell = 0; cell < 81; cell++) {
      if (puzzle[cell] != 0) {
        int given = shape.node("given");
        shape.edge(given, rows + cell / 9, "on");
        shape.edge(given, columns + cell % 9, "on");
        shape.edge(given, digits + puzzle[cell] - 1, "is");
      }
    }
    return shape.hash();
  }

  static String text(int[] cells) {
    StringBuilder text = new StringBuilder(81);
    for (int digit : cells) {
      text.append(digit == 0 ? '.' : (char) ('0' + digit));
    }
    return text.toString();
  }

  /** Returns a checker that accepts any completion of the givens that breaks no rule. */
  static Checker checker(int[] puzzle) {
    int[] givens = puzzle.clone();
    return answer -> {
      String digits = answer.strip();
      if (digits.length() != 81) {
        return Score.wrong("not 81 digits");
      }
      int[] cells = new int[81];
      for (int cell = 0; cell < 81; cell++) {
        cells[cell] = digits.charAt(cell) - '0';
        if (cells[cell] < 1 || cells[cell] > 9) {
          return Score.wrong("no digit from 1 to 9 at cell " + cell);
        }
        if (givens[cell] != 0 && givens[cell] != cells[cell]) {
          return Score.wrong("changes the given at cell " + cell);
        }
      }
      return SudokuSolver.isSolved(cells)
          ? Score.right()
          : Score.wrong("a digit stands twice in a row, column or box");
    };
  }

  /** The search that a first program would do: blanks row by row, digits upwards. */
  private static final class PlainSearch {
    private final int[] cells;
    private int placements;

    PlainSearch(int[] puzzle) {
      cells = puzzle.clone();
    }

    boolean isShort() {
      return search(0) && placements <= PATIENCE;
    }

    private boolean search(int from) {
      int cell = from;
      while (cell < 81 && cells[cell] != 0) {
        cell++;
      }
      if (cell == 81 || placements > PATIENCE) {
        return true;
      }
      for (int digit = 1; digit <= 9; digit++) {
        if (fits(cell, digit)) {
          cells[cell] = digit;
          placements++;
          if (search(cell + 1)) {
            return true;
          }
        }
      }
      cells[cell] = 0;
      return false;
    }

    private boolean fits(int cell, int digit) {
      for (int i = 0; i < 81; i++) {
        boolean sees =
            i / 9 == cell / 9 || i % 9 == cell % 9 || SudokuSolver.box(i) == SudokuSolver.box(cell);
        if (i != cell && sees && cells[i] == digit) {
          return false;
        }
      }
      return true;
    }
  }
}
