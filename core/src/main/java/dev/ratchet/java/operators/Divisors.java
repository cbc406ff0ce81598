package dev.ratchet.java.operators;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A counting loop that asks whether any candidate divides a number, and not which.
 *
 * @param count the loop
 * @param number the name of the number
 * @param test the statement that tests a candidate
 */
record Divisors(Counting count, String number, IfStmt test) {

  static Optional<Divisors> of(ForStmt loop, Program program) {
    return Counting.of(loop).flatMap(count -> of(count, program));
  }

  private static Optional<Divisors> of(Counting count, Program program) {
    Optional<Statement> only = Trees.single(count.loop().getBody());
    if (only.isEmpty() || !(only.get() instanceof IfStmt test) || test.getElseStmt().isPresent()) {
      return Optional.empty();
    }
    return divided(test.getCondition(), count.variable())
        .filter(number -> isOnlyWhether(test.getThenStmt(), count.variable()))
        .filter(number -> !program.purity().effects(count.loop()).assigned.contains(number))
        .map(number -> new Divisors(count, number, test));
  }

  /** The name {@code n} in {@code n % i == 0}. */
  static Optional<String> divided(Expression condition, String candidate) {
    if (Trees.bare(condition) instanceof BinaryExpr equal
        && equal.getOperator() == BinaryExpr.Operator.EQUALS
        && Trees.isInt(equal.getRight(), 0)
        && Trees.bare(equal.getLeft()) instanceof BinaryExpr rest
        && rest.getOperator() == BinaryExpr.Operator.REMAINDER
        && Trees.isName(rest.getRight(), candidate)
        && Trees.bare(rest.getLeft()) instanceof NameExpr number) {
      return Optional.of(number.getNameAsString());
    }
    return Optional.empty();
  }

  /** Whether statements end the search or set a constant, the same for each divisor. */
  private static boolean isOnlyWhether(Statement then, String candidate) {
    List<Statement> all = Trees.statements(then);
    return !all.isEmpty()
        && all.size() <= 2
        && Trees.uses(then, candidate).isEmpty()
        && all.stream().allMatch(Divisors::isConstant);
  }

  private static boolean isConstant(Statement statement) {
    if (statement.isReturnStmt()) {
      return statement.asReturnStmt().getExpression().filter(e -> e.isLiteralExpr()).isPresent();
    }
    return statement.isBreakStmt()
        || Trees.expression(statement)
            .filter(e -> e.isAssignExpr() && e.asAssignExpr().getValue().isLiteralExpr())
            .filter(e -> e.asAssignExpr().getOperator().name().equals("ASSIGN"))
            .isPresent();
  }

  /** Whether the loop tries all candidates from 2 to below the number, or to its half. */
  boolean isComplete(SourceUnit unit) {
    BinaryExpr compare = count.compare();
    String bound = unit.text(compare.getRight()).replaceAll("[\\s()]", "");
    boolean below = compare.getOperator() == BinaryExpr.Operator.LESS && bound.equals(number);
    boolean atMost =
        compare.getOperator() == BinaryExpr.Operator.LESS_EQUALS
            && List.of(number + "/2", number + "-1").contains(bound);
    return count.isPlain() && (below || atMost);
  }
}
