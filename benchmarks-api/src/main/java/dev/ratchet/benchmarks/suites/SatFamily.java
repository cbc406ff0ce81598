package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.Checker;
import dev.ratchet.benchmarks.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Satisfiability of small formulas, about half of them satisfiable.
 *
 * <p>Clauses of three literals over 4 to 13 variables; some formulas also have shorter clauses, a
 * clause that is always true, a comment, or no clause at all. Canonical form: the {@link Shape} of
 * {@link Cnf#canonical}.
 */
final class SatFamily implements TaskFamily {
  /** No answer for a formula with so few variables needs more characters for each. */
  private static final int WIDEST_LITERAL = 16;

  @Override
  public String name() {
    return "sat";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    int variables = dice.oneIn(12) ? 13 : dice.from(4, 12);
    int clauses = dice.oneIn(32) ? 0 : variables * dice.from(30, 62) / 10;
    Cnf formula = formula(variables, clauses, dice);
    Optional<boolean[]> model = Dpll.solve(formula, Long.MAX_VALUE);
    String comment = dice.oneIn(6) ? "c drawn by chance\n" : "";
    return question(comment + formula.dimacs(), formula, model);
  }

  static Question question(String body, Cnf formula, Optional<boolean[]> model) {
    return model
        .map(m -> new Question(body, formula.canonical(), Cnf.answer(m), modelChecker(formula)))
        .orElseGet(() -> Question.exact(body, formula.canonical(), "UNSAT"));
  }

  /** Returns the form of a task's input; empty if it is no formula. */
  static Optional<String> canonical(String input) {
    try {
      return Optional.of(Cnf.parse(input.strip().replaceFirst("\\Asat\\s+", "")).canonical());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Cnf formula(int variables, int count, Dice dice) {
    boolean isMixed = dice.oneIn(4);
    List<List<Integer>> clauses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clauses.add(clause(variables, isMixed && dice.oneIn(5) ? dice.from(1, 2) : 3, dice));
    }
    if (isMixed && count > 0 && dice.oneIn(3)) {
      int variable = dice.from(1, variables);
      clauses.set(dice.from(0, count - 1), List.of(variable, -variable));
    }
    return new Cnf(variables, clauses);
  }

  private static List<Integer> clause(int variables, int width, Dice dice) {
    int[] order = dice.permutation(variables);
    List<Integer> clause = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      clause.add(dice.oneIn(2) ? order[i] + 1 : -order[i] - 1);
    }
    return clause;
  }

  /** Returns a checker that accepts every model of the formula. */
  private static Checker modelChecker(Cnf formula) {
    int variables = formula.variables();
    return answer -> {
      if (answer.length() > WIDEST_LITERAL * (variables + 1)) {
        return Score.wrong("far too long for " + variables + " variables");
      }
      String[] words = answer.strip().split(" ", -1);
      if (!words[0].equals("SAT") || words.length != variables + 1) {
        return Score.wrong("expected SAT and " + variables + " literals, the formula has a model");
      }
      boolean[] model = new boolean[variables + 1];
      for (int variable = 1; variable <= variables; variable++) {
        model[variable] = words[variable].equals(Integer.toString(variable));
        if (!model[variable] && !words[variable].equals(Integer.toString(-variable))) {
          return Score.wrong("literal " + variable + " is not " + variable + " or -" + variable);
        }
      }
      return formula.isSatisfiedBy(model)
          ? Score.right()
          : Score.wrong("the model leaves a clause false");
    };
  }
}
