package org.forge.tool;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.forge.logic.Dpll;
import org.forge.logic.Formula;
import org.forge.logic.SatSolver;

/** Says whether clauses can all hold. */
public final class SatTool implements Tool {
  private final SatSolver solver;

  public SatTool() {
    this(new Dpll());
  }

  public SatTool(SatSolver solver) {
    this.solver = solver;
  }

  @Override
  public String name() {
    return "sat";
  }

  @Override
  public String description() {
    return "finds what makes clauses true";
  }

  @Override
  public String run(String input) {
    Optional<Set<Integer>> found = solver.solve(Formula.parse(input));
    if (found.isPresent()) {
      return "true: " + new TreeSet<>(found.get());
    } else {
      return "unsatisfiable";
    }
  }
}
