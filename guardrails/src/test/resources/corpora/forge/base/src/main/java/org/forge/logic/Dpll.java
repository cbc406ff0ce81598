package org.forge.logic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Splits on variables after unit propagation. */
public final class Dpll implements SatSolver {

  @Override
  public Optional<Set<Integer>> solve(Formula formula) {
    return search(formula.clauses(), new HashSet<>());
  }

  private Optional<Set<Integer>> search(List<List<Integer>> clauses, Set<Integer> truths) {
    Set<Integer> known = new HashSet<>(truths);
    List<List<Integer>> rest = clauses;
    Integer unit = unit(rest);
    while (unit != null) {
      known.add(unit);
      rest = assume(rest, unit);
      unit = unit(rest);
    }
    if (rest.isEmpty()) {
      return Optional.of(positive(known));
    }
    if (rest.contains(List.of())) {
      return Optional.empty();
    }
    int literal = choose(rest);
    known.add(literal);
    Optional<Set<Integer>> found = search(assume(rest, literal), known);
    if (found.isPresent()) {
      return found;
    }
    known.remove(literal);
    known.add(-literal);
    return search(assume(rest, -literal), known);
  }

  private int choose(List<List<Integer>> clauses) {
    return clauses.get(0).get(0);
  }

  private Integer unit(List<List<Integer>> clauses) {
    for (List<Integer> clause : clauses) {
      if (clause.size() == 1) {
        return clause.get(0);
      }
    }
    return null;
  }

  private List<List<Integer>> assume(List<List<Integer>> clauses, int literal) {
    List<List<Integer>> rest = new ArrayList<>();
    for (List<Integer> clause : clauses) {
      if (clause.contains(literal)) {
        continue;
      }
      List<Integer> left = new ArrayList<>(clause);
      left.remove(Integer.valueOf(-literal));
      rest.add(left);
    }
    return rest;
  }

  private static Set<Integer> positive(Set<Integer> literals) {
    Set<Integer> positive = new HashSet<>();
    for (Integer literal : literals) {
      if (literal > 0) {
        positive.add(literal);
      }
    }
    return positive;
  }
}
