package dev.ratchet.java.operators;

import com.github.javaparser.ast.stmt.ForStmt;
import java.util.List;
import java.util.Optional;

/** Tries no even candidate after 2 in a search for divisors. */
final class SkipEven implements EfficiencyOperator {
  @Override
  public String name() {
    return "skip-even";
  }

  @Override
  public String why() {
    return "What 2 does not divide has no even divisor";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return unit.tree().findAll(ForStmt.class).stream()
        .flatMap(loop -> Divisors.of(loop, program).stream())
        .filter(d -> Trees.isInt(d.count().from(), 2) && d.count().step() == 1)
        .flatMap(d -> odd(unit, d).stream())
        .toList();
  }

  private static Optional<Rewrite> odd(SourceUnit unit, Divisors d) {
    String name = d.count().variable();
    return Draft.at(unit, d.count().loop())
        .replace(d.count().loop().getUpdate().get(0), name + " += " + name + " == 2 ? 1 : 2")
        .as("skip even candidates after 2");
  }
}
