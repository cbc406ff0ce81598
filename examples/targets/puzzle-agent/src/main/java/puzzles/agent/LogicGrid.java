package puzzles.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the values of several categories at positions so that all clues hold. */
final class LogicGrid {

  private final int positions;
  private final List<List<String>> categories = new ArrayList<>();
  private final List<String> clues = new ArrayList<>();
  private final StepCounter counter = new StepCounter();

  LogicGrid(List<String> body) {
    this.positions = Integer.parseInt(body.get(0));
    for (String line : body.subList(1, body.size())) {
      if (line.contains(":")) {
        categories.add(Words.of(line.substring(line.indexOf(':') + 1)));
      } else if (!line.isEmpty()) {
        clues.add(line);
      }
    }
  }

  String solve() {
    Map<String, Integer> solved = place(new LinkedHashMap<>());
    if (solved == null) {
      throw new IllegalArgumentException("No arrangement fits the clues.");
    }
    return format(solved);
  }

  /** Puts the next value at each position in turn and goes on where no clue is broken. */
  private Map<String, Integer> place(Map<String, Integer> placed) {
    counter.step();
    if (placed.size() == allValues().size()) {
      return placed;
    }
    String value = allValues().get(placed.size());
    for (int position = 1; position <= positions; position++) {
      Map<String, Integer> next = new LinkedHashMap<>(placed);
      next.put(value, position);
      if (isOneEach(next) && noClueBroken(next)) {
        Map<String, Integer> solved = place(next);
        if (solved != null) {
          return solved;
        }
      }
    }
    return null;
  }

  private List<String> allValues() {
    List<String> values = new ArrayList<>();
    for (List<String> category : categories) {
      values.addAll(category);
    }
    return values;
  }

  /** Tells whether no position has two values of the same category. */
  private boolean isOneEach(Map<String, Integer> placed) {
    for (List<String> category : categories) {
      List<Integer> seen = new ArrayList<>();
      for (String value : category) {
        Integer position = placed.get(value);
        if (position != null && seen.contains(position)) {
          return false;
        }
        seen.add(position);
      }
    }
    return true;
  }

  private boolean noClueBroken(Map<String, Integer> placed) {
    boolean fine = true;
    for (String clue : clues) {
      if (!mayHold(clue, placed)) {
        fine = false;
      }
    }
    return fine;
  }

  /** Tells whether a clue holds or speaks of values that are not placed yet. */
  private static boolean mayHold(String clue, Map<String, Integer> placed) {
    String[] words = clue.split(" ");
    if (!placed.containsKey(words[1])) {
      return true;
    }
    int first = placed.get(words[1]);
    if (words[0].equals("at")) {
      return first == Integer.parseInt(words[2]);
    }
    if (!placed.containsKey(words[2])) {
      return true;
    }
    return holds(words[0], first, placed.get(words[2]));
  }

  private static boolean holds(String relation, int first, int second) {
    return switch (relation) {
      case "same" -> first == second;
      case "differ" -> first != second;
      case "left" -> first + 1 == second;
      case "next" -> Math.abs(first - second) == 1;
      case "before" -> first < second;
      default -> throw new IllegalArgumentException("Unknown clue '" + relation + "'.");
    };
  }

  private String format(Map<String, Integer> solved) {
    List<String> lines = new ArrayList<>();
    for (int position = 1; position <= positions; position++) {
      List<String> line = new ArrayList<>();
      for (List<String> category : categories) {
        line.add(valueAt(position, category, solved));
      }
      lines.add(String.join(" ", line));
    }
    return String.join("\n", lines);
  }

  private static String valueAt(
      int position, List<String> category, Map<String, Integer> solved) {
    String found = "";
    for (String value : category) {
      if (solved.get(value) == position) {
        found = value;
      }
    }
    return found;
  }
}
