package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Set;

/** Rough estimates of how much work some code is. */
final class Work {
  private static final Set<String> CHEAP =
      Set.of(
          "size",
          "length",
          "isEmpty",
          "charAt",
          "get",
          "abs",
          "max",
          "min",
          "ordinal",
          "intValue",
          "longValue",
          "getKey",
          "getValue");
  private static final int CALL = 40;
  private static final int JDK_CALL = 6;
  private static final int ACCESSOR = 2;
  private static final int HEAVY_METHOD = 25;

  private Work() {}

  /** Whether a method does clearly more than hand something on. */
  static boolean isHeavy(MethodDeclaration method, Program program) {
    return method.getBody().isPresent()
        && (method.findFirst(Statement.class, Trees::isLoop).isPresent()
            || of(method.getBody().get(), program) > HEAVY_METHOD);
  }

  /** An estimate of the work in evaluating an expression or running code once, without loops. */
  static int of(Node node, Program program) {
    int work = 0;
    for (Node child : node.getChildNodes()) {
      work += of(child, program);
    }
    if (node instanceof MethodCallExpr call) {
      return work + ofCall(call, program);
    }
    boolean step = node instanceof BinaryExpr || node instanceof ArrayAccessExpr;
    return work + (step ? 1 : node instanceof ObjectCreationExpr ? JDK_CALL : 0);
  }

  private static int ofCall(MethodCallExpr call, Program program) {
    List<MethodDeclaration> targets = program.targets(call);
    if (!targets.isEmpty()) {
      return targets.stream().allMatch(Work::isAccessor) ? ACCESSOR : CALL;
    }
    return CHEAP.contains(call.getNameAsString()) ? 1 : JDK_CALL;
  }

  /** Whether a method only hands out a field. */
  private static boolean isAccessor(MethodDeclaration method) {
    return method
        .getBody()
        .filter(body -> body.getStatements().size() == 1)
        .flatMap(body -> body.getStatement(0).toReturnStmt())
        .flatMap(ReturnStmt::getExpression)
        .filter(e -> e instanceof NameExpr || e instanceof FieldAccessExpr)
        .isPresent();
  }

  /** Whether evaluating an expression can throw for values that a check before it may rule out. */
  static boolean isRisky(Expression e, Program program) {
    return e.findFirst(ArrayAccessExpr.class).isPresent()
        || e.findFirst(BinaryExpr.class, Work::divides).isPresent()
        || e.findFirst(MethodCallExpr.class, c -> isRisky(c, program)).isPresent();
  }

  private static boolean divides(BinaryExpr e) {
    boolean division =
        e.getOperator() == BinaryExpr.Operator.DIVIDE
            || e.getOperator() == BinaryExpr.Operator.REMAINDER;
    return division && (!e.getRight().isIntegerLiteralExpr() || Trees.isInt(e.getRight(), 0));
  }

  private static boolean isRisky(MethodCallExpr call, Program program) {
    return !Set.of(
                "size",
                "length",
                "isEmpty",
                "abs",
                "max",
                "min",
                "sqrt",
                "contains",
                "containsKey",
                "equals",
                "toLowerCase",
                "toUpperCase",
                "trim")
            .contains(call.getNameAsString())
        || !program.targets(call).isEmpty();
  }
}
