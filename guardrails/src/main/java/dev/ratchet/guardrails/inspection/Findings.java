package dev.ratchet.guardrails.inspection;

import dev.ratchet.verdict.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the layers found, in order, nothing twice, and of one rule only so many. */
public final class Findings {
  private static final int MOST_OF_A_RULE = 50;

  private final Predicate<Finding> isDeclared;
  private final Set<Finding> found = new LinkedHashSet<>();

  public Findings(Predicate<Finding> isDeclared) {
    this.isDeclared = isDeclared;
  }

  /** Returns a list with nothing in it, held to the same rules. */
  Findings fresh() {
    return new Findings(isDeclared);
  }

  /** A finding that no rule declares is a mistake in the guard, so it counts as hard. */
  public void add(Finding finding) {
    if (!isDeclared.test(finding)) {
      add(DeepThread.undeclared(finding));
    }
    long same = found.stream().filter(f -> f.rule().equals(finding.rule())).count();
    if (same < MOST_OF_A_RULE) {
      found.add(finding);
    }
  }

  public List<Finding> all() {
    return new ArrayList<>(found);
  }
}
