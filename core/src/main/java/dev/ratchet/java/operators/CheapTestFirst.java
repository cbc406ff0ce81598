package dev.ratchet.java.operators;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import java.util.Optional;

/** Makes the cheaper of two tests first. */
final class CheapTestFirst implements EfficiencyOperator {
  private static final int CLEARLY = 3;

  @Override
  public String name() {
    return "cheap-test-first";
  }

  @Override
  public String why() {
    return "Where the cheap test decides, the dear one is not needed";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return unit.tree().findAll(BinaryExpr.class, CheapTestFirst::isConnective).stream()
        .flatMap(b -> swapped(unit, program, b).stream())
        .toList();
  }

  static boolean isConnective(BinaryExpr b) {
    return b.getOperator() == BinaryExpr.Operator.AND || b.getOperator() == BinaryExpr.Operator.OR;
  }

  private static Optional<Rewrite> swapped(SourceUnit unit, Program program, BinaryExpr b) {
    boolean chain = b.getLeft() instanceof BinaryExpr l && l.getOperator() == b.getOperator();
    Expression left = chain ? ((BinaryExpr) b.getLeft()).getRight() : b.getLeft();
    Expression right = b.getRight();
    boolean fits =
        Work.of(left, program) > CLEARLY * (Work.of(right, program) + 1)
            && program.purity().isPure(left)
            && program.purity().isPure(right)
            && right.findFirst(com.github.javaparser.ast.expr.InstanceOfExpr.class).isEmpty()
            && !Work.isRisky(right, program)
            && !isNullTest(left);
    return fits
        ? Draft.at(unit, b)
            .replace(left, unit.text(right))
            .replace(right, unit.text(left))
            .as("test " + HoistInvariant.shortened(right) + " first")
        : Optional.empty();
  }

  private static boolean isNullTest(Expression e) {
    return e.findFirst(com.github.javaparser.ast.expr.NullLiteralExpr.class).isPresent()
        || e.findFirst(com.github.javaparser.ast.expr.InstanceOfExpr.class).isPresent();
  }
}
