package dev.ratchet.java.operators;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;
import java.util.Optional;

/** Counts instead of filling a list that is only asked for its size. */
final class CountInstead implements EfficiencyOperator {
  @Override
  public String name() {
    return "count-instead";
  }

  @Override
  public String why() {
    return "A list that is only asked for its size need not be kept";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return Locals.in(unit)
        .filter(l -> l.isEmptyNew("ArrayList", "LinkedList") && !l.isUsedInLambda())
        .filter(l -> l.uses().stream().anyMatch(use -> isCall(use, "size", 0)))
        .filter(l -> l.usedOnlyAs(use -> fits(use, program)))
        .flatMap(l -> counted(unit, l).stream())
        .toList();
  }

  private static boolean isCall(NameExpr use, String name, int arguments) {
    return Trees.callOn(use).filter(c -> Trees.isCall(c, name, arguments)).isPresent();
  }

  private static boolean fits(NameExpr use, Program program) {
    return isCall(use, "size", 0)
        || isCall(use, "isEmpty", 0)
        || isCall(use, "add", 1)
            && Trees.callOn(use)
                .flatMap(Trees::callStatement)
                .filter(c -> program.purity().isPure(c.getArgument(0)))
                .isPresent();
  }

  private static Optional<Rewrite> counted(SourceUnit unit, Locals l) {
    String count = Trees.fresh(unit, l.name() + "Count");
    Draft draft =
        Draft.at(unit, l.statement()).replaceText(l.statement(), "int " + count + " = 0;");
    for (NameExpr use : l.uses()) {
      MethodCallExpr call = Trees.callOn(use).orElseThrow();
      switch (call.getNameAsString()) {
        case "add" -> draft.replace(call, count + "++");
        case "size" -> draft.replace(call, count);
        default -> draft.replace(call, "(" + count + " == 0)");
      }
    }
    return draft.as("count instead of filling " + l.name());
  }
}
