package dev.ratchet.benchmarks.suites;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A formula in conjunctive normal form.
 *
 * @param variables how many variables there are, numbered from 1
 * @param clauses lists of literals: a variable's number, negative when negated
 */
record Cnf(int variables, List<List<Integer>> clauses) {
  Cnf {
    clauses = clauses.stream().map(List::copyOf).toList();
  }

  /**
   * Returns the formula of a DIMACS text.
   *
   * <p>Clauses may share a line or go over several; what follows a line {@code %} is ignored, as
   * SATLIB's files end in one.
   *
   * @throws IllegalArgumentException naming the line and what is wrong
   */
  static Cnf parse(String dimacs) {
    Parser parser = new Parser();
    String[] lines = dimacs.split("\n", -1);
    for (int i = 0; i < lines.length && !lines[i].strip().equals("%"); i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.equals("c") && !line.startsWith("c ")) {
        parser.read(line.split("\\s+"), i + 1);
      }
    }
    return parser.formula();
  }

  /** Returns the DIMACS text, one clause a line, without a final line end. */
  String dimacs() {
    StringBuilder text = new StringBuilder("p cnf " + variables + " " + clauses.size());
    for (List<Integer> clause : clauses) {
      text.append('\n');
      clause.forEach(literal -> text.append(literal).append(' '));
      text.append('0');
    }
    return text.toString();
  }

  /** Returns whether each clause has a true literal; {@code model[v]} is the value of v. */
  boolean isSatisfiedBy(boolean[] model) {
    return clauses.stream()
        .allMatch(clause -> clause.stream().anyMatch(l -> model[Math.abs(l)] == (l > 0)));
  }

  /** Returns the answer for a model. */
  static String answer(boolean[] model) {
    StringJoiner answer = new StringJoiner(" ");
    answer.add("SAT");
    for (int variable = 1; variable < model.length; variable++) {
      answer.add(Integer.toString(model[variable] ? variable : -variable));
    }
    return answer.toString();
  }

  /**
   * Returns the shape of the formula, blind to the names and the polarity of variables and to the
   * order of clauses and literals.
   */
  String canonical() {
    Shape shape = new Shape();
    int literals = shape.nodes(2 * variables, "literal");
    for (int variable = 0; variable < variables; variable++) {
      shape.edge(literals + 2 * variable, literals + 2 * variable + 1, "not");
      shape.edge(literals + 2 * variable + 1, literals + 2 * variable, "not");
    }
    for (List<Integer> clause : clauses) {
      int node = shape.node("clause");
      clause.forEach(l -> shape.edge(node, 2 * (Math.abs(l) - 1) + (l > 0 ? 0 : 1), "has"));
    }
    return shape.hash();
  }

  private static final class Parser {
    private static final int MOST_VARIABLES = 1_000_000;

    private int variables = -1;
    private int announced;
    private final List<List<Integer>> clauses = new ArrayList<>();
    private List<Integer> clause = new ArrayList<>();

    void read(String[] words, int line) {
      if (words[0].equals("p")) {
        header(words, line);
        return;
      }
      if (variables < 0) {
        throw error(line, "a clause stands before the line 'p cnf VARIABLES CLAUSES'");
      }
      for (String word : words) {
        literal(number(word, line), line);
      }
    }

    private void header(String[] words, int line) {
      if (variables >= 0 || words.length != 4 || !words[1].equals("cnf")) {
        throw error(line, "there must be one line 'p cnf VARIABLES CLAUSES', but here is another");
      }
      variables = number(words[2], line);
      announced = number(words[3], line);
      if (variables < 0 || variables > MOST_VARIABLES || announced < 0) {
        throw error(line, "the formula must have from 0 to " + MOST_VARIABLES + " variables");
      }
    }

    private void literal(int literal, int line) {
      if (literal == 0) {
        clauses.add(clause);
        clause = new ArrayList<>();
      } else if (literal < -variables || literal > variables) {
        throw error(line, "literal " + literal + " is beyond the " + variables + " variables");
      } else {
        clause.add(literal);
      }
    }

    Cnf formula() {
      if (variables < 0) {
        throw new IllegalArgumentException("there is no line 'p cnf VARIABLES CLAUSES'");
      }
      if (!clause.isEmpty()) {
        throw new IllegalArgumentException("the last clause does not end in 0");
      }
      if (clauses.size() != announced) {
        throw new IllegalArgumentException(
            "there are " + clauses.size() + " clauses, but the header says " + announced);
      }
      return new Cnf(variables, clauses);
    }

    private static int number(String word, int line) {
      try {
        return Integer.parseInt(word);
      } catch (NumberFormatException e) {
        throw error(line, "'" + word + "' is not a number");
      }
    }

    private static IllegalArgumentException error(int line, String what) {
      return new IllegalArgumentException("line " + line + ": " + what);
    }
  }
}
