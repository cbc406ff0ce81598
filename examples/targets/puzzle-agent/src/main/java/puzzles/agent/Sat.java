package puzzles.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides whether a formula in DIMACS form can be satisfied, and how. */
final class Sat {

  private final int variables;
  private final List<List<Integer>> clauses;
  private final StepCounter counter = new StepCounter();

  Sat(List<String> body) {
    this.variables = readVariables(body);
    this.clauses = readClauses(body);
  }

  private static int readVariables(List<String> body) {
    for (String line : body) {
      if (line.startsWith("p")) {
        return (int) Words.number(line, 2);
      }
    }
    throw new IllegalArgumentException("The line 'p cnf V C' is missing.");
  }

  private static List<List<Integer>> readClauses(List<String> body) {
    List<List<Integer>> clauses = new ArrayList<>();
    List<Integer> clause = new ArrayList<>();
    for (String word : Words.of(clauseText(body))) {
      int literal = Integer.parseInt(word);
      if (literal == 0) {
        clauses.add(new ArrayList<>(clause));
        clause.clear();
      } else {
        clause.add(literal);
      }
    }
    return clauses;
  }

  private static String clauseText(List<String> body) {
    String text = "";
    for (String line : body) {
      if (!line.startsWith("c") && !line.startsWith("p")) {
        text = text + " " + line;
      }
    }
    return text;
  }

  String solve() {
    Map<Integer, Boolean> model = search(new HashMap<>());
    return model == null ? "UNSAT" : "SAT" + format(model);
  }

  /** Gives the next variable both values in turn, as long as no clause is false. */
  private Map<Integer, Boolean> search(Map<Integer, Boolean> assigned) {
    counter.step();
    if (countFalse(assigned) > 0) {
      return null;
    }
    if (assigned.size() == variables) {
      return assigned;
    }
    int variable = assigned.size() + 1;
    Map<Integer, Boolean> model = search(with(assigned, variable, true));
    if (model != null) {
      return model;
    }
    return search(with(assigned, variable, false));
  }

  private static Map<Integer, Boolean> with(
      Map<Integer, Boolean> assigned, int variable, boolean value) {
    Map<Integer, Boolean> next = new HashMap<>(assigned);
    next.put(variable, value);
    return next;
  }

  private int countFalse(Map<Integer, Boolean> assigned) {
    int count = 0;
    for (List<Integer> clause : clauses) {
      if (isFalse(clause, assigned)) {
        count++;
      }
    }
    return count;
  }

  /** Tells whether every literal of a clause is assigned and false. */
  private static boolean isFalse(List<Integer> clause, Map<Integer, Boolean> assigned) {
    int falseLiterals = 0;
    for (int literal : clause) {
      int variable = Math.abs(literal);
      if (assigned.containsKey(variable) && assigned.get(variable) != (literal > 0)) {
        falseLiterals++;
      }
    }
    return falseLiterals == clause.size();
  }

  private String format(Map<Integer, Boolean> model) {
    String text = "";
    for (int variable = 1; variable <= variables; variable++) {
      text += " " + (model.get(variable) ? variable : -variable);
    }
    return text;
  }
}
