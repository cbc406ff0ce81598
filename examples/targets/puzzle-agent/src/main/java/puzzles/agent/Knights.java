package puzzles.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out who is a knight, whose statements are all true, and who a knave, who only lies. */
final class Knights {

  private final List<String> body;

  Knights(List<String> body) {
    this.body = body;
  }

  String solve() {
    int worlds = 1 << names().size();
    for (int world = 0; world < worlds; world++) {
      if (isConsistent(kindsIn(world))) {
        return format(kindsIn(world));
      }
    }
    throw new IllegalArgumentException("Nobody can have said all this.");
  }

  private List<String> names() {
    return Words.of(body.get(0));
  }

  /** Reads a number bit by bit: a set bit means that the person at this index is a knave. */
  private Map<String, Boolean> kindsIn(int world) {
    Map<String, Boolean> knights = new LinkedHashMap<>();
    for (int i = 0; i < names().size(); i++) {
      knights.put(names().get(i), (world >> i & 1) == 0);
    }
    return knights;
  }

  private boolean isConsistent(Map<String, Boolean> knights) {
    for (String name : knights.keySet()) {
      if (allTrue(statementsOf(name), knights) != knights.get(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean allTrue(List<String> statements, Map<String, Boolean> knights) {
    boolean all = true;
    for (String statement : statements) {
      all = isTrue(statement, knights) && all;
    }
    return all;
  }

  private List<String> statementsOf(String name) {
    List<String> statements = new ArrayList<>();
    for (String line : body.subList(1, body.size())) {
      String[] parts = line.split(":");
      if (parts[0].trim().equals(name)) {
        statements.add(parts[1].trim());
      }
    }
    return statements;
  }

  private static boolean isTrue(String statement, Map<String, Boolean> knights) {
    List<String> words = Words.of(statement);
    if (words.get(0).equals("exactly")) {
      return countOf(true, knights) == Integer.parseInt(words.get(1));
    }
    if (words.get(0).equals("at")) {
      return countOf(false, knights) >= Integer.parseInt(words.get(2));
    }
    if (words.get(0).equals("if")) {
      return !isTrue(join(words.subList(1, 5)), knights)
          || isTrue(join(words.subList(6, 10)), knights);
    }
    if (words.get(1).equals("and")) {
      boolean same = kindOf(words.get(0), knights) == kindOf(words.get(2), knights);
      return statement.endsWith("differ") ? !same : same;
    }
    return kindOf(words.get(0), knights) == words.get(3).equals("knight");
  }

  private static String join(List<String> words) {
    String text = "";
    for (String word : words) {
      text += word + " ";
    }
    return text.trim();
  }

  private static int countOf(boolean knight, Map<String, Boolean> knights) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Boolean> entry : knights.entrySet()) {
      if (entry.getValue() == knight) {
        found.add(entry.getKey());
      }
    }
    return found.size();
  }

  private static boolean kindOf(String name, Map<String, Boolean> knights) {
    if (!knights.containsKey(name)) {
      throw new IllegalArgumentException("Nobody is called '" + name + "'.");
    }
    return knights.get(name);
  }

  private String format(Map<String, Boolean> knights) {
    String text = "";
    for (String name : names()) {
      if (!text.isEmpty()) {
        text += " ";
      }
      text += knights.get(name) ? "knight" : "knave";
    }
    return text;
  }
}
