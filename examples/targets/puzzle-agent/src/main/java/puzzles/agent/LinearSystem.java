package puzzles.agent;

import java.util.List;

/** Solves a square system of linear equations exactly, by eliminating one unknown at a time. */
final class LinearSystem {

  private final int size;
  private final Fraction[][] coefficients;
  private final Fraction[] rightSides;

  LinearSystem(List<String> body) {
    this.size = Integer.parseInt(body.get(0));
    this.coefficients = new Fraction[size][size];
    this.rightSides = new Fraction[size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        coefficients[row][column] = Fraction.of(Words.number(body.get(row + 1), column));
      }
      rightSides[row] = Fraction.of(Words.number(body.get(row + 1), size));
    }
  }

  String solve() {
    for (int column = 0; column < size; column++) {
      bringPivotUp(column);
      for (int row = 0; row < size; row++) {
        if (row != column) {
          eliminate(row, column);
        }
      }
    }
    return format();
  }

  /** Makes sure that the coefficient on the diagonal is not zero. */
  private void bringPivotUp(int column) {
    int pivot = pivotRow(column);
    Fraction[] upper = coefficients[column];
    coefficients[column] = coefficients[pivot];
    coefficients[pivot] = upper;
  }

  private int pivotRow(int column) {
    for (int row = column; row < size; row++) {
      if (!coefficients[row][column].isZero()) {
        return row;
      }
    }
    throw new IllegalArgumentException("The system has no single solution.");
  }

  /** Takes the pivot row away from another row as often as makes its coefficient zero. */
  private void eliminate(int row, int pivot) {
    Fraction[] reduced = new Fraction[size];
    for (int column = 0; column < size; column++) {
      reduced[column] =
          coefficients[row][column].minus(
              factor(row, pivot).times(coefficients[pivot][column]));
    }
    rightSides[row] = rightSides[row].minus(factor(row, pivot).times(rightSides[pivot]));
    coefficients[row] = reduced;
  }

  private Fraction factor(int row, int pivot) {
    return coefficients[row][pivot].dividedBy(coefficients[pivot][pivot]);
  }

  private String format() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < size; row++) {
      if (row > 0) {
        text.append(' ');
      }
      text.append(rightSides[row].dividedBy(coefficients[row][row]));
    }
    return text.toString();
  }
}
