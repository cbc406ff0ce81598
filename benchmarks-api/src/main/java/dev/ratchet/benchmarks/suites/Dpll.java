package dev.ratchet.benchmarks.suites;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A complete solver for small formulas: unit propagation and search.
 *
 * <p>The procedure of Davis, Logemann and Loveland (1962), branching on the literal that is most
 * common in the shortest open clauses. Not safe for several threads.
 */
final class Dpll {
  private final Cnf formula;
  private final byte[] values; // by variable: 1 true, -1 false, 0 open
  private final int[] trail;
  private int assigned;
  private long decisionsLeft;

  private Dpll(Cnf formula, long mostDecisions) {
    this.formula = formula;
    this.decisionsLeft = mostDecisions;
    values = new byte[formula.variables() + 1];
    trail = new int[formula.variables()];
  }

  /** A budget of decisions ran out before the formula was decided. */
  static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undecided() {
      super("undecided");
    }
  }

  /**
   * Returns a model, by variable from 1; empty when there is none.
   *
   * @throws Undecided when more decisions would be needed
   */
  static Optional<boolean[]> solve(Cnf formula, long mostDecisions) {
    Dpll solver = new Dpll(formula, mostDecisions);
    if (!solver.search()) {
      return Optional.empty();
    }
    boolean[] model = new boolean[formula.variables() + 1];
    for (int variable = 1; variable < model.length; variable++) {
      model[variable] = solver.values[variable] > 0;
    }
    return Optional.of(model);
  }

  private boolean search() {
    int start = assigned;
    if (propagate()) {
      int literal = branch();
      if (literal == 0) {
        return true;
      }
      if (decisionsLeft-- <= 0) {
        throw new Undecided();
      }
      int decided = assigned;
      for (int choice : new int[] {literal, -literal}) {
        assign(choice);
        if (search()) {
          return true;
        }
        undo(decided);
      }
    }
    undo(start);
    return false;
  }

  /** Makes all units true; returns false when a clause has become false. */
  private boolean propagate() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (List<Integer> clause : formula.clauses()) {
        int unit = unit(clause);
        if (unit == CONFLICT) {
          return false;
        }
        if (unit != NONE) {
          assign(unit);
          changed = true;
        }
      }
    }
    return true;
  }

  private static final int NONE = 0;
  private static final int CONFLICT = Integer.MIN_VALUE;

  /** Returns the one literal that must be true, or {@code NONE}, or {@code CONFLICT}. */
  private int unit(List<Integer> clause) {
    int open = NONE;
    for (int literal : clause) {
      int value = value(literal);
      if (value > 0 || (value == 0 && open != NONE && open != literal)) {
        return NONE;
      }
      if (value == 0) {
        open = literal;
      }
    }
    return open == NONE ? CONFLICT : open;
  }

  /** Returns the literal to try first, or 0 when every clause is true. */
  private int branch() {
    int[] counts = new int[2 * formula.variables() + 1];
    int shortest = Integer.MAX_VALUE;
    for (List<Integer> clause : formula.clauses()) {
      int open = open(clause);
      if (open < shortest) {
        shortest = open;
        Arrays.fill(counts, 0);
      }
      if (open == shortest && open < Integer.MAX_VALUE) {
        clause.stream()
            .filter(literal -> value(literal) == 0)
            .forEach(literal -> counts[literal + formula.variables()]++);
      }
    }
    int best = formula.variables();
    for (int i = 0; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return best - formula.variables();
  }

  /** Returns how many literals are open, or the greatest number when the clause is true. */
  private int open(List<Integer> clause) {
    int open = 0;
    for (int literal : clause) {
      int value = value(literal);
      if (value > 0) {
        return Integer.MAX_VALUE;
      }
      open += value == 0 ? 1 : 0;
    }
    return open;
  }

  private int value(int literal) {
    return literal > 0 ? values[literal] : -values[-literal];
  }

  private void assign(int literal) {
    values[Math.abs(literal)] = (byte) (literal > 0 ? 1 : -1);
    trail[assigned++] = Math.abs(literal);
  }

  private void undo(int size) {
    while (assigned > size) {
      values[trail[--assigned]] = 0;
    }
  }
}
