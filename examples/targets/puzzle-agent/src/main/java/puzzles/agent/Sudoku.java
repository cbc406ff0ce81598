package puzzles.agent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fills a sudoku by trying the digits that fit into the cell with the fewest of them. */
final class Sudoku {

  private static final int SIZE = 9;
  private static final int BOX = 3;

  private final StepCounter counter = new StepCounter();

  private Sudoku() {}

  static String solve(List<String> body) {
    int[][] solved = new Sudoku().search(parse(body.get(0)));
    if (solved == null) {
      throw new IllegalArgumentException("The sudoku has no solution.");
    }
    return format(solved);
  }

  private static int[][] parse(String line) {
    if (line.length() != SIZE * SIZE) {
      throw new IllegalArgumentException("A sudoku has 81 cells, not " + line.length() + ".");
    }
    int[][] board = new int[SIZE][SIZE];
    for (int i = 0; i < line.length(); i++) {
      String cell = line.substring(i, i + 1);
      board[i / SIZE][i % SIZE] = cell.equals(".") ? 0 : Integer.parseInt(cell);
    }
    return board;
  }

  private int[][] search(int[][] board) {
    counter.step();
    if (isFull(board)) {
      return isValid(board) ? board : null;
    }
    int[] cell = mostConstrained(board);
    for (int digit : candidates(board, cell[0], cell[1])) {
      int[][] next = copy(board);
      next[cell[0]][cell[1]] = digit;
      int[][] solved = search(next);
      if (solved != null) {
        return solved;
      }
    }
    return null;
  }

  /** Returns the row and column of the empty cell into which the fewest digits fit. */
  private static int[] mostConstrained(int[][] board) {
    int[] best = null;
    for (int[] cell : emptyCells(board)) {
      if (best == null
          || candidates(board, cell[0], cell[1]).size()
              < candidates(board, best[0], best[1]).size()) {
        best = cell;
      }
    }
    return best;
  }

  private static List<int[]> emptyCells(int[][] board) {
    List<int[]> cells = new ArrayList<>();
    for (int row = 0; row < SIZE; row++) {
      for (int col = 0; col < SIZE; col++) {
        if (board[row][col] == 0) {
          cells.add(new int[] {row, col});
        }
      }
    }
    return cells;
  }

  private static boolean isFull(int[][] board) {
    return emptyCells(board).isEmpty();
  }

  /** Returns the digits that stand neither in the row nor the column nor the box of a cell. */
  private static List<Integer> candidates(int[][] board, int row, int col) {
    boolean[] used = new boolean[SIZE + 1];
    for (int i = 0; i < SIZE; i++) {
      used[board[row][i]] = true;
    }
    for (int i = 0; i < SIZE; i++) {
      used[board[i][col]] = true;
    }
    for (int i = 0; i < SIZE; i++) {
      int boxRow = row / BOX * BOX + i / BOX;
      int boxCol = col / BOX * BOX + i % BOX;
      used[board[boxRow][boxCol]] = true;
    }
    List<Integer> digits = new ArrayList<>();
    for (int digit = 1; digit <= SIZE; digit++) {
      if (!used[digit]) {
        digits.add(digit);
      }
    }
    return digits;
  }

  private static int[][] copy(int[][] board) {
    int[][] copy = new int[SIZE][SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int col = 0; col < SIZE; col++) {
        copy[row][col] = board[row][col];
      }
    }
    return copy;
  }

  private static boolean isValid(int[][] board) {
    for (int i = 0; i < SIZE; i++) {
      Set<Integer> inRow = new HashSet<>();
      Set<Integer> inColumn = new HashSet<>();
      Set<Integer> inBox = new HashSet<>();
      for (int j = 0; j < SIZE; j++) {
        inRow.add(board[i][j]);
        inColumn.add(board[j][i]);
        inBox.add(board[i / BOX * BOX + j / BOX][i % BOX * BOX + j % BOX]);
      }
      if (inRow.size() < SIZE || inColumn.size() < SIZE || inBox.size() < SIZE) {
        return false;
      }
    }
    return true;
  }

  private static String format(int[][] board) {
    String text = "";
    for (int[] row : board) {
      for (int digit : row) {
        text = text + digit;
      }
    }
    return text;
  }
}
