package dev.ratchet.java.operators;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a string in a loop with a builder. */
final class BuildString implements EfficiencyOperator {
  @Override
  public String name() {
    return "build-string";
  }

  @Override
  public String why() {
    return "Adding to a string in a loop copies all of it in each turn";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return Locals.in(unit)
        .filter(l -> l.type().equals("String"))
        .flatMap(l -> outerLoop(l).flatMap(loop -> built(unit, program, l, loop)).stream())
        .toList();
  }

  /** The loop beside the declaration in which the variable grows. */
  private static Optional<Statement> outerLoop(Locals l) {
    return l.scope().getStatements().stream()
        .filter(s -> Trees.isLoop(s) && !Trees.uses(s, l.name()).isEmpty())
        .findFirst();
  }

  private static Optional<Rewrite> built(
      SourceUnit unit, Program program, Locals l, Statement loop) {
    String builder = Trees.fresh(unit, l.name() + "Builder");
    Draft draft = Draft.at(unit, loop);
    boolean empty = l.initial().toString().equals("\"\"");
    draft.insertBefore(
        loop,
        "StringBuilder "
            + builder
            + " = new StringBuilder("
            + (empty && isFirst(l, loop) ? "" : l.name())
            + ");");
    List<AssignExpr> done = new ArrayList<>();
    for (NameExpr use : Trees.uses(loop, l.name())) {
      Optional<AssignExpr> append = append(use);
      if (append.isEmpty()) {
        return Optional.empty();
      }
      if (done.stream().noneMatch(a -> a == append.get())) {
        done.add(append.get());
        Optional<String> call = call(unit, program, append.get());
        if (call.isEmpty()) {
          return Optional.empty();
        }
        draft.replace(append.get(), builder + call.get());
      }
    }
    return draft
        .insertAfter(loop, l.name() + " = " + builder + ".toString();")
        .as("build " + l.name() + " with a StringBuilder");
  }

  /** Whether nothing happens to the variable between its declaration and the loop. */
  private static boolean isFirst(Locals l, Statement loop) {
    return l.uses()
        .get(0)
        .getRange()
        .orElseThrow()
        .begin
        .isAfter(loop.getRange().orElseThrow().begin);
  }

  private static Optional<AssignExpr> append(NameExpr use) {
    Optional<AssignExpr> assign = Trees.around(use, AssignExpr.class);
    return assign
        .filter(a -> a.getParentNode().orElse(a) instanceof ExpressionStmt)
        .filter(a -> Trees.isName(a.getTarget(), use.getNameAsString()))
        .filter(
            a ->
                a.getTarget() == use && a.getOperator() == AssignExpr.Operator.PLUS
                    || a.getOperator() == AssignExpr.Operator.ASSIGN
                        && (a.getTarget() == use || leftmost(a.getValue()) == use));
  }

  private static Expression leftmost(Expression e) {
    return e instanceof BinaryExpr b && b.getOperator() == BinaryExpr.Operator.PLUS
        ? leftmost(b.getLeft())
        : e;
  }

  /** The calls of {@code append} that stand for an assignment. */
  private static Optional<String> call(SourceUnit unit, Program program, AssignExpr assign) {
    List<Expression> parts = new ArrayList<>();
    if (assign.getOperator() == AssignExpr.Operator.PLUS) {
      parts.add(assign.getValue());
    } else {
      Expression rest = assign.getValue();
      while (rest instanceof BinaryExpr b && b.getOperator() == BinaryExpr.Operator.PLUS) {
        parts.add(0, b.getRight());
        rest = b.getLeft();
      }
      if (!rest.equals(assign.getTarget())) {
        return Optional.empty();
      }
    }
    StringBuilder calls = new StringBuilder();
    for (Expression part : parts) {
      if (program.typeOf(part).filter(t -> t.equals("char[]")).isPresent()) {
        return Optional.empty();
      }
      calls.append(".append(").append(unit.text(Trees.bare(part))).append(')');
    }
    return calls.length() == 0 ? Optional.empty() : Optional.of(calls.toString());
  }
}
