package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;
import java.util.Optional;

/** Declares a local number or truth value as a primitive. */
final class UnboxLocal implements EfficiencyOperator {
  @Override
  public String name() {
    return "unbox-local";
  }

  @Override
  public String why() {
    return "A boxed variable makes an object each time it changes";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return Locals.in(unit)
        .filter(l -> Typing.BOXES.containsValue(l.type()))
        .filter(l -> isPrimitive(l.initial(), program) && l.usedOnlyAs(u -> fits(u, program)))
        .flatMap(l -> unboxed(unit, l).stream())
        .toList();
  }

  private static boolean isPrimitive(Expression e, Program program) {
    return program.typeOf(e).filter(Typing.BOXES::containsKey).isPresent();
  }

  private static boolean fits(NameExpr use, Program program) {
    Node parent = use.getParentNode().orElse(use);
    if (parent instanceof AssignExpr assign && assign.getTarget() == use) {
      return assign.getOperator() != AssignExpr.Operator.ASSIGN
          || isPrimitive(assign.getValue(), program)
          || computes(assign.getValue());
    }
    if (parent instanceof MethodCallExpr call) {
      boolean receiver = call.getScope().filter(s -> s == use).isPresent();
      return !receiver && !call.getNameAsString().equals("remove");
    }
    return !(parent instanceof BinaryExpr binary && isIdentity(binary, program));
  }

  private static boolean computes(Expression e) {
    return Trees.bare(e) instanceof BinaryExpr;
  }

  /** Whether boxes are compared by identity, or with null. */
  private static boolean isIdentity(BinaryExpr binary, Program program) {
    boolean equality =
        binary.getOperator() == BinaryExpr.Operator.EQUALS
            || binary.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
    return equality
        && !isPrimitive(binary.getLeft(), program)
        && !isPrimitive(binary.getRight(), program);
  }

  private static Optional<Rewrite> unboxed(SourceUnit unit, Locals l) {
    String type = Typing.unboxed(l.type());
    double weight = l.uses().stream().anyMatch(u -> !Trees.loopsAround(u).isEmpty()) ? 1 : 0.3;
    return Draft.at(unit, l.statement())
        .replaceText(l.variable().getType(), type)
        .weight(weight)
        .as("declare " + l.name() + " as " + type);
  }
}
