package puzzles.agent;

import java.util.ArrayList;
import java.util.List;

/** Answers questions about the decimal digits of numbers. */
final class Digits {

  private static final int BASE = 10;

  private Digits() {}

  static String solve(List<String> body) {
    String line = body.get(0);
    return switch (Words.of(line).get(0)) {
      case "sum" -> String.valueOf(sum(Words.number(line, 1)));
      case "root" -> String.valueOf(root(Words.number(line, 1)));
      case "count" -> String.valueOf(matches(line).size());
      default -> throw new IllegalArgumentException("Unknown question '" + line + "'.");
    };
  }

  /** Returns the numbers of a range that have the digit sum asked for. */
  private static List<Long> matches(String line) {
    long low = Words.number(line, 1);
    long high = Words.number(line, 2);
    long wanted = Words.number(line, 3);
    List<Long> found = new ArrayList<>();
    for (long offset = 0; offset <= high - low; offset++) {
      if (sum(low + offset) == wanted) {
        found.add(low + offset);
      }
    }
    return found;
  }

  /** Returns the digital root: the digit sum of the digit sum, until one digit is left. */
  private static long root(long number) {
    long rest = number;
    while (rest > BASE) {
      rest = sum(rest);
    }
    return rest;
  }

  private static long sum(long number) {
    long sum = 0;
    for (int digit : digitsOf(number)) {
      sum += digit;
    }
    return sum;
  }

  private static List<Integer> digitsOf(long number) {
    List<Integer> digits = new ArrayList<>();
    long rest = number;
    while (rest > 0) {
      digits.add((int) (rest % BASE));
      rest = rest / BASE;
    }
    return digits;
  }
}
