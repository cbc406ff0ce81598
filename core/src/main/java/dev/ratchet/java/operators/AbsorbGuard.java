package dev.ratchet.java.operators;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;

/** Starts or ends a loop where a test in its body would let the first or last turns do nothing. */
final class AbsorbGuard implements EfficiencyOperator {
  @Override
  public String name() {
    return "absorb-guard";
  }

  @Override
  public String why() {
    return "Turns of a loop in which a test on its counter skips everything can be left out";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return unit.tree().findAll(ForStmt.class).stream()
        .flatMap(loop -> Counting.of(loop).stream())
        .filter(count -> count.step() == 1)
        .flatMap(count -> absorbed(unit, program, count).stream())
        .toList();
  }

  private static Optional<Rewrite> absorbed(SourceUnit unit, Program program, Counting count) {
    List<Statement> body = Trees.statements(count.loop().getBody());
    if (body.isEmpty() || !(body.get(0) instanceof IfStmt test) || test.getElseStmt().isPresent()) {
      return Optional.empty();
    }
    boolean skips =
        Trees.single(test.getThenStmt())
            .filter(s -> s.isContinueStmt() && s.asContinueStmt().getLabel().isEmpty())
            .isPresent();
    boolean sole = body.size() == 1 && !skips;
    if (!skips && !sole || !(Trees.bare(test.getCondition()) instanceof BinaryExpr condition)) {
      return Optional.empty();
    }
    Operator needed = relation(condition, count.variable(), skips);
    Expression other = other(condition, count.variable());
    boolean fixed =
        needed != Operator.PLUS
            && Trees.uses(other, count.variable()).isEmpty()
            && program
                .typeOf(other)
                .filter(t -> t.equals("int") || t.equals(count.type()))
                .isPresent()
            && program.purity().isUntouched(other, program.purity().effects(count.loop()));
    return fixed ? bounded(unit, count, needed, other) : Optional.empty();
  }

  private static Expression other(BinaryExpr condition, String variable) {
    return Trees.isName(condition.getLeft(), variable) ? condition.getRight() : condition.getLeft();
  }

  /** The relation of counter and bound in which the body does something; plus stands for none. */
  private static Operator relation(BinaryExpr condition, String variable, boolean negated) {
    boolean left = Trees.isName(condition.getLeft(), variable);
    if (!left && !Trees.isName(condition.getRight(), variable)) {
      return Operator.PLUS;
    }
    Operator plain = left ? condition.getOperator() : mirrored(condition.getOperator());
    return switch (plain) {
      case LESS -> negated ? Operator.GREATER_EQUALS : plain;
      case LESS_EQUALS -> negated ? Operator.GREATER : plain;
      case GREATER -> negated ? Operator.LESS_EQUALS : plain;
      case GREATER_EQUALS -> negated ? Operator.LESS : plain;
      default -> Operator.PLUS;
    };
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER;
      case LESS_EQUALS -> Operator.GREATER_EQUALS;
      case GREATER -> Operator.LESS;
      case GREATER_EQUALS -> Operator.LESS_EQUALS;
      default -> Operator.PLUS;
    };
  }

  private static Optional<Rewrite> bounded(
      SourceUnit unit, Counting count, Operator needed, Expression other) {
    String bound = Trees.operand(unit, other);
    Draft draft = Draft.at(unit, count.loop());
    switch (needed) {
      case GREATER -> draft.replace(count.from(), later(unit, count, bound + " + 1"));
      case GREATER_EQUALS -> draft.replace(count.from(), later(unit, count, bound));
      default ->
          draft.replace(
              count.compare(),
              unit.text(count.compare())
                  + " && "
                  + count.variable()
                  + " "
                  + needed.asString()
                  + " "
                  + bound);
    }
    return draft.as("leave out turns of the loop over " + count.variable());
  }

  private static String later(SourceUnit unit, Counting count, String bound) {
    return "Math.max(" + unit.text(count.from()) + ", " + bound + ")";
  }
}
