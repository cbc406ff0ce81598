package dev.ratchet.benchmarks.suites;

import java.util.ArrayList;
import java.util.List;

/**
 * A complete search for the solutions of a Sudoku, on bit masks, tightest cell first.
 *
 * <p>Cells are numbered row by row from 0 to 80 and hold a digit or 0 for a blank.
 */
final class SudokuSolver {
  private static final int ANY = 0b111_111_111;

  private final int[] cells = new int[81];
  private final int[] rows = new int[9];
  private final int[] columns = new int[9];
  private final int[] boxes = new int[9];
  private final List<int[]> found = new ArrayList<>();
  private final int most;

  private SudokuSolver(int most) {
    this.most = most;
  }

  /** Returns the solutions of these cells, but not more than {@code most}. */
  static List<int[]> solutions(int[] cells, int most) {
    SudokuSolver solver = new SudokuSolver(most);
    for (int cell = 0; cell < 81; cell++) {
      if (cells[cell] != 0) {
        int bit = 1 << (cells[cell] - 1);
        if ((solver.free(cell) & bit) == 0) {
          return List.of();
        }
        solver.flip(cell, bit);
      }
    }
    solver.search();
    return List.copyOf(solver.found);
  }

  /** Returns whether these 81 digits break no rule. */
  static boolean isSolved(int[] cells) {
    SudokuSolver solver = new SudokuSolver(0);
    for (int cell = 0; cell < 81; cell++) {
      int bit = cells[cell] == 0 ? 0 : 1 << (cells[cell] - 1);
      if ((solver.free(cell) & bit) == 0) {
        return false;
      }
      solver.flip(cell, bit);
    }
    return true;
  }

  static int box(int cell) {
    return cell / 27 * 3 + cell % 9 / 3;
  }

  private void search() {
    int cell = tightest();
    if (cell < 0) {
      found.add(cells.clone());
      return;
    }
    for (int free = free(cell); free != 0 && found.size() < most; free &= free - 1) {
      int bit = Integer.lowestOneBit(free);
      flip(cell, bit);
      search();
      flip(cell, bit);
    }
  }

  /** Returns the blank with the fewest possible digits, or -1 when there is none. */
  private int tightest() {
    int best = -1;
    int fewest = 10;
    for (int cell = 0; cell < 81 && fewest > 1; cell++) {
      if (cells[cell] == 0) {
        int count = Integer.bitCount(free(cell));
        if (count < fewest) {
          fewest = count;
          best = cell;
        }
      }
    }
    return best;
  }

  private int free(int cell) {
    return ANY & ~(rows[cell / 9] | columns[cell % 9] | boxes[box(cell)]);
  }

  /** Places a digit, or takes it away again. */
  private void flip(int cell, int bit) {
    cells[cell] = cells[cell] == 0 ? Integer.numberOfTrailingZeros(bit) + 1 : 0;
    rows[cell / 9] ^= bit;
    columns[cell % 9] ^= bit;
    boxes[box(cell)] ^= bit;
  }
}
