package puzzles.agent;

import java.util.ArrayList;
import java.util.List;

/** Counts the ways to place queens that do not attack each other and avoid some squares. */
final class Queens {

  private static final int SMALLEST = 1;
  private static final int LARGEST = 9;

  private final int size;
  private final List<String> blocked;

  Queens(List<String> body) {
    this.size = Integer.parseInt(body.get(0));
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException("A board of size " + size + " is not supported.");
    }
    this.blocked = readBlocked(body);
  }

  private static List<String> readBlocked(List<String> body) {
    List<String> squares = new ArrayList<>();
    for (String line : body.subList(1, body.size())) {
      if (!line.isEmpty()) {
        squares.add(square(Words.number(line, 0), Words.number(line, 1)));
      }
    }
    return squares;
  }

  private static String square(long row, long column) {
    return row + "," + column;
  }

  String solve() {
    return String.valueOf(count(new int[size], 0));
  }

  /** Counts the placements whose first rows stand as given: one queen per row and column. */
  private long count(int[] columns, int row) {
    if (row == size) {
      return isPlacement(columns) ? 1 : 0;
    }
    long total = 0;
    for (int column = 0; column < size; column++) {
      if (!isTaken(columns, row, column)) {
        columns[row] = column;
        total += count(columns, row + 1);
      }
    }
    return total;
  }

  private static boolean isTaken(int[] columns, int rows, int column) {
    for (int row = 0; row < rows; row++) {
      if (columns[row] == column) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlacement(int[] columns) {
    for (int row = 0; row < size - 1; row++) {
      for (int other = row + 1; other < size; other++) {
        if (attack(row, columns[row], other, columns[other])) {
          return false;
        }
      }
      if (blocked.contains(square(row, columns[row]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean attack(int row, int column, int otherRow, int otherColumn) {
    return column == otherColumn
        || Math.abs(row - otherRow) == Math.abs(column - otherColumn);
  }
}
