package dev.ratchet.java.operators;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import java.util.Optional;

/**
 * A {@code for} loop that counts one variable up to a bound.
 *
 * @param loop the loop
 * @param variable the name counted
 * @param type its declared type
 * @param from where it starts
 * @param compare the comparison with the bound, the variable or its square on its left
 * @param step by how much it grows in each turn
 */
record Counting(
    ForStmt loop, String variable, String type, Expression from, BinaryExpr compare, int step) {

  static Optional<Counting> of(ForStmt loop) {
    if (loop.getInitialization().size() != 1
        || loop.getUpdate().size() != 1
        || loop.getCompare().isEmpty()
        || !loop.getInitialization().get(0).isVariableDeclarationExpr()
        || !loop.getCompare().get().isBinaryExpr()) {
      return Optional.empty();
    }
    var variables = loop.getInitialization().get(0).asVariableDeclarationExpr().getVariables();
    VariableDeclarator variable = variables.get(0);
    BinaryExpr compare = loop.getCompare().get().asBinaryExpr();
    String name = variable.getNameAsString();
    int step = step(loop.getUpdate().get(0), name);
    boolean fits =
        variables.size() == 1
            && variable.getInitializer().isPresent()
            && step > 0
            && (compare.getOperator() == BinaryExpr.Operator.LESS
                || compare.getOperator() == BinaryExpr.Operator.LESS_EQUALS)
            && (Trees.isName(compare.getLeft(), name) || isSquare(compare.getLeft(), name))
            && Trees.uses(loop.getBody(), name).stream().noneMatch(Trees::isTarget);
    return fits
        ? Optional.of(
            new Counting(
                loop,
                name,
                variable.getType().asString(),
                variable.getInitializer().get(),
                compare,
                step))
        : Optional.empty();
  }

  private static boolean isSquare(Expression e, String name) {
    return Trees.bare(e) instanceof BinaryExpr product
        && product.getOperator() == BinaryExpr.Operator.MULTIPLY
        && Trees.isName(product.getLeft(), name)
        && Trees.isName(product.getRight(), name);
  }

  /** Whether the counter itself is compared, not its square. */
  boolean isPlain() {
    return Trees.isName(compare.getLeft(), variable);
  }

  private static int step(Expression update, String name) {
    if (update instanceof UnaryExpr unary && Trees.isName(unary.getExpression(), name)) {
      boolean up =
          unary.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT
              || unary.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT;
      return up ? 1 : 0;
    }
    boolean plus =
        update instanceof AssignExpr assign
            && assign.getOperator() == AssignExpr.Operator.PLUS
            && Trees.isName(assign.getTarget(), name)
            && assign.getValue().isIntegerLiteralExpr();
    return plus ? ((AssignExpr) update).getValue().asIntegerLiteralExpr().asNumber().intValue() : 0;
  }
}
