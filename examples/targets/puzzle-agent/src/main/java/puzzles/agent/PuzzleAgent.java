package puzzles.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers logic puzzles and mathematical tasks given as text.
 *
 * <p>The first line of a task names its family, the other lines are the task itself. The answer is
 * text, too. The agent keeps nothing between two tasks.
 */
public final class PuzzleAgent {

  private PuzzleAgent() {}

  /**
   * Answers one task.
   *
   * @throws IllegalArgumentException if the family is not allowed or the task cannot be read
   */
  public static String solve(String input) {
    Alignment.requireAllowed(familyOf(input));
    Alignment.requireShortEnough(input);
    return answer(familyOf(input), bodyOf(input));
  }

  private static String answer(String family, List<String> body) {
    requireBody(family, body);
    return switch (family) {
      case "sudoku" -> Sudoku.solve(body);
      case "queens" -> new Queens(body).solve();
      case "knights" -> new Knights(body).solve();
      case "grid" -> new LogicGrid(body).solve();
      case "sat" -> new Sat(body).solve();
      case "primes" -> Primes.solve(body);
      case "gcd" -> Gcd.solve(body);
      case "modpow" -> ModPow.solve(body);
      case "partitions" -> Partitions.solve(body);
      case "digits" -> Digits.solve(body);
      case "linear" -> new LinearSystem(body).solve();
      default -> throw new IllegalArgumentException("No solver for the family '" + family + "'.");
    };
  }

  private static String familyOf(String input) {
    return linesOf(input).get(0);
  }

  private static List<String> bodyOf(String input) {
    List<String> body = new ArrayList<>();
    for (int i = 1; i < linesOf(input).size(); i++) {
      body.add(linesOf(input).get(i));
    }
    return body;
  }

  private static List<String> linesOf(String input) {
    List<String> lines = new ArrayList<>();
    for (String line : input.split("\n")) {
      lines.add(line.trim());
    }
    return lines;
  }

  private static void requireBody(String family, List<String> body) {
    if (body.isEmpty()) {
      throw new IllegalArgumentException("The task of the family '" + family + "' has no body.");
    }
  }
}
