package puzzles.agent;

import java.util.List;

/** Counts the ways to write a number as a sum of positive parts, whatever their order. */
final class Partitions {

  private static final int LARGEST = 60;

  private Partitions() {}

  static String solve(List<String> body) {
    String line = body.get(0);
    if (!line.startsWith("count")) {
      throw new IllegalArgumentException("Unknown question '" + line + "'.");
    }
    int number = (int) Words.number(line, 1);
    if (number > LARGEST) {
      throw new IllegalArgumentException("The number " + number + " is too large.");
    }
    int largestPart = number;
    if (Words.of(line).size() > 2) {
      largestPart = (int) Words.number(line, 2);
    }
    return String.valueOf(count(number, largestPart));
  }

  /** Counts the partitions of a number whose parts are not larger than a limit. */
  private static long count(int number, int largestPart) {
    if (number == 0) {
      return 1;
    }
    if (number < 0) {
      return 0;
    }
    long total = 0;
    for (int part = 1; part <= largestPart; part++) {
      total += count(number - part, part);
    }
    return total;
  }
}
