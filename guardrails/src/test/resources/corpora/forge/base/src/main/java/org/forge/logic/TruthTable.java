package org.forge.logic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries everything; for small formulas and for tests. */
public final class TruthTable implements SatSolver {

  @Override
  public Optional<Set<Integer>> solve(Formula formula) {
    List<Integer> names = new ArrayList<>(formula.variables());
    for (int bits = 0; bits < Math.pow(2, names.size()); bits++) {
      Set<Integer> truths = new HashSet<>();
      for (int i = 0; i < names.size(); i++) {
        if ((bits >> i) % 2 == 1) {
          truths.add(names.get(i));
        }
      }
      if (formula.holds(truths)) {
        return Optional.of(truths);
      }
    }
    return Optional.empty();
  }

  public int models(Formula formula) {
    List<Integer> names = new ArrayList<>(formula.variables());
    int models = 0;
    for (int bits = 0; bits < 1 << names.size(); bits++) {
      Set<Integer> truths = new HashSet<>();
      for (int i = 0; i < names.size(); i++) {
        if ((bits & (1 << i)) != 0) {
          truths.add(names.get(i));
        }
      }
      if (formula.holds(truths)) {
        models++;
      }
    }
    return models;
  }
}
