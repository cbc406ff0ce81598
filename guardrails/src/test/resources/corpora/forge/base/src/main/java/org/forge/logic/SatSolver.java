package org.forge.logic;

import java.util.Optional;
import java.util.Set;

/** Finds what makes a formula true. */
public interface SatSolver {
  Optional<Set<Integer>> solve(Formula formula);
}
