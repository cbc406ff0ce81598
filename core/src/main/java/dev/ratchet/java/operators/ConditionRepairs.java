package dev.ratchet.java.operators;

import static com.github.javaparser.ast.expr.BinaryExpr.Operator.*;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Repairs of conditions and truth values. */
final class ConditionRepairs {
  private static final Map<Operator, Map<Operator, Double>> RELATIONS =
      new EnumMap<>(
          Map.of(
              LESS, Map.of(LESS_EQUALS, 1.0, GREATER, 0.35),
              LESS_EQUALS, Map.of(LESS, 1.0, GREATER_EQUALS, 0.35),
              GREATER, Map.of(GREATER_EQUALS, 1.0, LESS, 0.35),
              GREATER_EQUALS, Map.of(GREATER, 1.0, LESS_EQUALS, 0.35),
              EQUALS, Map.of(NOT_EQUALS, 0.5, LESS_EQUALS, 0.2, GREATER_EQUALS, 0.2),
              NOT_EQUALS, Map.of(EQUALS, 0.5)));
  private static final Set<String> BOXES =
      Set.of("String", "Integer", "Long", "Character", "Short", "Byte", "BigInteger");

  private ConditionRepairs() {}

  static Repair relation() {
    return new Repair(
        "relational-operator",
        "Boundaries are easily included or left out by mistake",
        (unit, program, found) ->
            unit.tree()
                .findAll(BinaryExpr.class, b -> RELATIONS.containsKey(b.getOperator()))
                .forEach(b -> relations(unit, program, b, found)));
  }

  private static void relations(
      SourceUnit unit, Program program, BinaryExpr b, Consumer<Optional<Rewrite>> found) {
    boolean ordered =
        isNumber(program, b.getLeft()) && isNumber(program, b.getRight())
            || b.getOperator() != EQUALS && b.getOperator() != NOT_EQUALS;
    RELATIONS.getOrDefault(b.getOperator(), Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(e -> ordered || e.getKey() == EQUALS || e.getKey() == NOT_EQUALS)
        .forEach(
            e ->
                found.accept(
                    withOperator(unit, b, e.getKey().asString())
                        .weight(e.getValue() * caution(b, e.getKey()))
                        .as(
                            b.getOperator().asString()
                                + " becomes "
                                + e.getKey().asString()
                                + " in "
                                + HoistInvariant.shortened(b))));
  }

  /** Indices up to a length are right as they are. */
  private static double caution(BinaryExpr b, Operator to) {
    String right = b.getRight().toString();
    boolean length =
        right.endsWith(".length") || right.endsWith(".size()") || right.endsWith(".length()");
    return length && b.getOperator() == LESS && to == LESS_EQUALS ? 0.2 : 1;
  }

  static boolean isNumber(Program program, Expression e) {
    return program.typeOf(e).map(Typing::unboxed).filter(Typing.NUMBERS::contains).isPresent();
  }

  /** The expression with another operator between its operands. */
  static Draft withOperator(SourceUnit unit, BinaryExpr b, String operator) {
    int from = unit.end(b.getLeft());
    int to = unit.start(b.getRight());
    String between = unit.text().substring(from, to);
    return Draft.at(unit, b)
        .replaceText(from, to, between.replace(b.getOperator().asString(), operator));
  }

  static Repair negation() {
    return new Repair(
        "negate-condition",
        "A negation is easily forgotten or one too many",
        (unit, program, found) ->
            unit.tree()
                .findAll(Expression.class, e -> isCondition(e, program))
                .forEach(e -> found.accept(negated(unit, e))));
  }

  private static boolean isCondition(Expression e, Program program) {
    Node parent = e.getParentNode().orElse(e);
    if (e instanceof UnaryExpr unary) {
      return unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
    }
    boolean test = e instanceof MethodCallExpr || e.isNameExpr() || e.isArrayAccessExpr();
    boolean notYet = !(parent instanceof UnaryExpr);
    return test
        && notYet
        && !(parent instanceof MethodCallExpr)
        && program.typeOf(e).filter(t -> t.equals("boolean")).isPresent()
        && !(parent instanceof com.github.javaparser.ast.stmt.ExpressionStmt)
        && !(e.isNameExpr() && Trees.isTarget(e.asNameExpr()));
  }

  private static Optional<Rewrite> negated(SourceUnit unit, Expression e) {
    boolean positive = e instanceof UnaryExpr;
    String text =
        positive ? unit.text(((UnaryExpr) e).getExpression()) : "!" + Trees.operand(unit, e);
    return Draft.at(unit, e)
        .replace(e, text)
        .weight(positive ? 0.6 : 0.5)
        .as("negate " + HoistInvariant.shortened(e));
  }

  static Repair connective() {
    return new Repair(
        "boolean-connective",
        "And and or are easily confused, and a clause may be one too many",
        (unit, program, found) -> {
          for (BinaryExpr b : unit.tree().findAll(BinaryExpr.class, CheapTestFirst::isConnective)) {
            String other = b.getOperator() == AND ? "||" : "&&";
            String place = " in " + HoistInvariant.shortened(b);
            found.accept(
                withOperator(unit, b, other)
                    .weight(0.6)
                    .as(b.getOperator().asString() + " becomes " + other + place));
            for (Expression kept : List.of(b.getLeft(), b.getRight())) {
              found.accept(
                  Draft.at(unit, b)
                      .replace(b, unit.text(kept))
                      .weight(0.35)
                      .as("only " + HoistInvariant.shortened(kept) + place));
            }
          }
        });
  }

  static Repair truth() {
    return new Repair(
        "flip-boolean",
        "True and false are easily confused",
        (unit, program, found) ->
            unit.tree()
                .findAll(BooleanLiteralExpr.class)
                .forEach(
                    b ->
                        found.accept(
                            Draft.at(unit, b)
                                .replace(b, String.valueOf(!b.getValue()))
                                .weight(
                                    b.getParentNode().orElse(b)
                                            instanceof com.github.javaparser.ast.stmt.ReturnStmt
                                        ? 0.5
                                        : 0.3)
                                .as(b.getValue() + " becomes " + !b.getValue()))));
  }

  static Repair identity() {
    return new Repair(
        "equals-not-identity",
        "Objects with the same content need not be the same object",
        (unit, program, found) ->
            unit.tree()
                .findAll(BinaryExpr.class, b -> isIdentity(program, b))
                .forEach(b -> found.accept(equal(unit, b))));
  }

  private static boolean isIdentity(Program program, BinaryExpr b) {
    List<Optional<String>> types = new ArrayList<>();
    types.add(program.typeOf(b.getLeft()));
    types.add(program.typeOf(b.getRight()));
    return (b.getOperator() == EQUALS || b.getOperator() == NOT_EQUALS)
        && types.stream().allMatch(t -> t.filter(BOXES::contains).isPresent());
  }

  private static Optional<Rewrite> equal(SourceUnit unit, BinaryExpr b) {
    String call = Trees.operand(unit, b.getLeft()) + ".equals(" + unit.text(b.getRight()) + ")";
    return Draft.at(unit, b)
        .replace(b, b.getOperator() == EQUALS ? call : "!" + call)
        .weight(1.5)
        .as("compare " + HoistInvariant.shortened(b) + " by content");
  }
}
