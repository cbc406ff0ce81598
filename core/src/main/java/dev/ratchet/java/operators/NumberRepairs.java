package dev.ratchet.java.operators;

import static com.github.javaparser.ast.expr.BinaryExpr.Operator.*;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Repairs of numbers and arithmetic. */
final class NumberRepairs {
  private static final double UNLIKELY = 0.2;
  private static final Map<Operator, Map<Operator, Double>> OTHERS =
      new EnumMap<>(
          Map.of(
              PLUS, Map.of(MINUS, 0.7, MULTIPLY, 0.25),
              MINUS, Map.of(PLUS, 0.7),
              MULTIPLY, Map.of(PLUS, 0.35, DIVIDE, 0.25),
              DIVIDE, Map.of(REMAINDER, 0.5, MULTIPLY, 0.3),
              REMAINDER, Map.of(DIVIDE, 0.5)));
  private static final Set<Operator> ORDER = Set.of(LESS, LESS_EQUALS, GREATER, GREATER_EQUALS);
  private static final int LARGEST = 1000;

  private NumberRepairs() {}

  static Repair arithmetic() {
    return new Repair(
        "arithmetic-operator",
        "One sign for another gives numbers that look right",
        (unit, program, found) -> {
          unit.tree().findAll(BinaryExpr.class, b -> OTHERS.containsKey(b.getOperator())).stream()
              .filter(b -> isNumber(program, b))
              .forEach(b -> operators(unit, b, found));
          unit.tree().findAll(AssignExpr.class).stream()
              .filter(a -> ConditionRepairs.isNumber(program, a.getTarget()))
              .forEach(a -> assignments(unit, a, found));
        });
  }

  private static boolean isNumber(Program program, BinaryExpr b) {
    return ConditionRepairs.isNumber(program, b.getLeft())
        && ConditionRepairs.isNumber(program, b.getRight());
  }

  private static void operators(SourceUnit unit, BinaryExpr b, Consumer<Optional<Rewrite>> found) {
    OTHERS.getOrDefault(b.getOperator(), Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                found.accept(
                    ConditionRepairs.withOperator(unit, b, e.getKey().asString())
                        .weight(e.getValue())
                        .as(
                            b.getOperator().asString()
                                + " becomes "
                                + e.getKey().asString()
                                + " in "
                                + HoistInvariant.shortened(b))));
  }

  private static void assignments(
      SourceUnit unit, AssignExpr a, Consumer<Optional<Rewrite>> found) {
    List<String> others =
        switch (a.getOperator()) {
          case PLUS -> List.of("-=", "=");
          case MINUS -> List.of("+=");
          case ASSIGN ->
              Trees.loopsAround(a).isEmpty() || a.getTarget().isArrayAccessExpr()
                  ? List.of()
                  : List.of("+=");
          default -> List.of();
        };
    int from = unit.end(a.getTarget());
    int to = unit.start(a.getValue());
    String between = unit.text().substring(from, to);
    for (String other : others) {
      found.accept(
          Draft.at(unit, a)
              .replaceText(from, to, between.replace(a.getOperator().asString(), other))
              .weight(0.4)
              .as(
                  a.getOperator().asString()
                      + " becomes "
                      + other
                      + " in "
                      + HoistInvariant.shortened(a)));
    }
  }

  static Repair offByOne() {
    return new Repair(
        "off-by-one",
        "Counting from zero and from one are easily mixed up",
        (unit, program, found) -> {
          for (Expression e : unit.tree().findAll(Expression.class)) {
            dropOne(unit, program, e, found);
            double weight = oneWeight(e, program) * (isCounted(e) ? 1 : UNLIKELY);
            if (weight > 0) {
              for (String sign : List.of(" + 1", " - 1")) {
                found.accept(
                    Draft.at(unit, e)
                        .replace(e, sum(unit, e) + sign)
                        .weight(weight)
                        .as(HoistInvariant.shortened(e) + sign + " instead"));
              }
            }
          }
        });
  }

  private static String sum(SourceUnit unit, Expression e) {
    boolean additive = e instanceof BinaryExpr b && OTHERS.containsKey(b.getOperator());
    return additive ? unit.text(e) : Trees.operand(unit, e);
  }

  private static void dropOne(
      SourceUnit unit, Program program, Expression e, Consumer<Optional<Rewrite>> found) {
    if (e instanceof BinaryExpr b
        && (b.getOperator() == PLUS || b.getOperator() == MINUS)
        && Trees.isInt(b.getRight(), 1)
        && ConditionRepairs.isNumber(program, b.getLeft())) {
      found.accept(
          Draft.at(unit, e)
              .replace(e, unit.text(b.getLeft()))
              .weight(1)
              .as(
                  HoistInvariant.shortened(b.getLeft())
                      + " instead of "
                      + HoistInvariant.shortened(e)));
    }
  }

  /** How likely one too many or too few is at a place; 0 where this is left to others. */
  private static double oneWeight(Expression e, Program program) {
    boolean integer =
        program.typeOf(e).filter(t -> t.equals("int") || t.equals("long")).isPresent();
    if (!integer
        || e instanceof IntegerLiteralExpr
        || e instanceof AssignExpr
        || e instanceof UnaryExpr
        || isOne(e)) {
      return 0;
    }
    Node parent = e.getParentNode().orElse(e);
    if (parent instanceof ArrayAccessExpr access) {
      return access.getIndex() == e ? 0.35 : 0;
    }
    if (parent instanceof BinaryExpr b && ORDER.contains(b.getOperator())) {
      return b.getRight() == e ? 0.3 : 0;
    }
    if (parent instanceof MethodCallExpr call) {
      return call.getScope().filter(s -> s == e).isPresent() ? 0 : 0.45;
    }
    if (parent instanceof ReturnStmt) {
      return 0.5;
    }
    return parent instanceof VariableDeclarator ? 0.35 : 0;
  }

  /** Whether a number may be a count or a place; what was read, summed or chosen seldom is. */
  private static boolean isCounted(Expression e) {
    return !(Trees.bare(e) instanceof ConditionalExpr)
        && !(e instanceof MethodCallExpr call && call.getNameAsString().matches("parse.*|sum"));
  }

  private static boolean isOne(Expression e) {
    return e instanceof BinaryExpr b && Trees.isInt(b.getRight(), 1);
  }

  static Repair constant() {
    return new Repair(
        "nudge-constant",
        "A constant may be one off, or have the wrong sign",
        (unit, program, found) ->
            unit.tree().findAll(IntegerLiteralExpr.class).stream()
                .filter(i -> i.getValue().matches("[0-9]{1,4}") && !isFixed(i))
                .forEach(i -> nudges(unit, i, found)));
  }

  private static boolean isFixed(IntegerLiteralExpr i) {
    return i.getParentNode().orElse(i) instanceof com.github.javaparser.ast.expr.AnnotationExpr;
  }

  private static void nudges(
      SourceUnit unit, IntegerLiteralExpr i, Consumer<Optional<Rewrite>> found) {
    int value = Integer.parseInt(i.getValue());
    boolean offset =
        value == 1
            && i.getParentNode().orElse(i) instanceof BinaryExpr b
            && (b.getOperator() == PLUS || b.getOperator() == MINUS);
    if (value > LARGEST) {
      return;
    }
    nudge(unit, i, value + 1, value <= 2 ? 0.6 : 0.4, found);
    if (value > 0 && !offset) {
      nudge(unit, i, value - 1, value <= 3 ? 0.65 : 0.4, found);
    } else if (value == 0) {
      nudge(unit, i, -1, 0.25, found);
    }
    if (value == 1 && !offset) {
      nudge(unit, i, -1, 0.2, found);
    }
  }

  private static void nudge(
      SourceUnit unit,
      IntegerLiteralExpr i,
      int value,
      double weight,
      Consumer<Optional<Rewrite>> found) {
    boolean negated = i.getParentNode().orElse(i) instanceof UnaryExpr;
    if (value >= 0 || !negated) {
      found.accept(
          Draft.at(unit, i)
              .replace(i, String.valueOf(value))
              .weight(weight)
              .as(i.getValue() + " becomes " + value));
    }
  }

  static Repair operands() {
    return new Repair(
        "swap-operands",
        "Which is taken from which is easily turned round",
        (unit, program, found) ->
            unit.tree().findAll(BinaryExpr.class).stream()
                .filter(b -> Set.of(MINUS, DIVIDE, REMAINDER).contains(b.getOperator()))
                .filter(b -> !b.getRight().isLiteralExpr() && isNumber(program, b))
                .forEach(
                    b ->
                        found.accept(
                            Draft.at(unit, b)
                                .replace(b.getLeft(), Trees.operand(unit, b.getRight()))
                                .replace(b.getRight(), Trees.operand(unit, b.getLeft()))
                                .weight(0.4)
                                .as("swap operands of " + HoistInvariant.shortened(b)))));
  }

  static Repair remainder() {
    return new Repair(
        "floor-remainder",
        "The remainder of a negative number is negative",
        (unit, program, found) ->
            unit.tree().findAll(BinaryExpr.class, b -> b.getOperator() == REMAINDER).stream()
                .filter(b -> isNumber(program, b) && !isParity(b))
                .forEach(
                    b ->
                        found.accept(
                            Draft.at(unit, b)
                                .replace(
                                    b,
                                    "Math.floorMod("
                                        + unit.text(Trees.bare(b.getLeft()))
                                        + ", "
                                        + unit.text(Trees.bare(b.getRight()))
                                        + ")")
                                .weight(mayBeNegative(b) ? 1 : 0.3)
                                .as("floor remainder in " + HoistInvariant.shortened(b)))));
  }

  private static boolean isParity(BinaryExpr b) {
    return b.getParentNode().orElse(b) instanceof BinaryExpr test
        && Trees.isInt(test.getRight(), 0);
  }

  private static boolean mayBeNegative(BinaryExpr b) {
    return b.getLeft().findFirst(BinaryExpr.class, x -> x.getOperator() == MINUS).isPresent();
  }

  static Repair widen() {
    return new Repair(
        "widen-arithmetic",
        "A product or sum of ints overflows silently, a quotient of ints is cut off",
        (unit, program, found) -> {
          unit.tree().findAll(CastExpr.class).forEach(c -> found.accept(castEarlier(unit, c)));
          for (BinaryExpr b : unit.tree().findAll(BinaryExpr.class)) {
            widened(unit, program, b, found);
          }
        });
  }

  /** {@code (long) (a * b)} multiplies first and widens too late. */
  private static Optional<Rewrite> castEarlier(SourceUnit unit, CastExpr cast) {
    boolean wide = Set.of("long", "double").contains(cast.getTypeAsString());
    if (!wide
        || !(Trees.bare(cast.getExpression()) instanceof BinaryExpr b)
        || !OTHERS.containsKey(b.getOperator())) {
      return Optional.empty();
    }
    String text =
        "(("
            + cast.getTypeAsString()
            + ") "
            + Trees.operand(unit, b.getLeft())
            + " "
            + b.getOperator().asString()
            + " "
            + Trees.operand(unit, b.getRight())
            + ")";
    return Draft.at(unit, cast).replace(cast, text).weight(1.2).as("widen before computing");
  }

  private static void widened(
      SourceUnit unit, Program program, BinaryExpr b, Consumer<Optional<Rewrite>> found) {
    boolean product = Set.of(MULTIPLY, DIVIDE).contains(b.getOperator());
    if (!product || !program.typeOf(b).equals(Optional.of("int"))) {
      return;
    }
    String wanted = wanted(program, b);
    String operation =
        Trees.operand(unit, b.getLeft())
            + " "
            + b.getOperator().asString()
            + " "
            + Trees.operand(unit, b.getRight());
    if (b.getOperator() == MULTIPLY && wanted.equals("long")
        || b.getOperator() == DIVIDE && wanted.equals("double")) {
      found.accept(
          Draft.at(unit, b)
              .replace(b, "((" + wanted + ") " + operation + ")")
              .weight(1.2)
              .as("compute " + HoistInvariant.shortened(b) + " as " + wanted));
    }
    if (b.getOperator() == MULTIPLY
        && !b.getLeft().isLiteralExpr()
        && !b.getRight().isLiteralExpr()
        && enclosing(b) instanceof BinaryExpr rest
        && rest.getOperator() == REMAINDER
        && program.typeOf(rest).equals(Optional.of("int"))) {
      String text =
          "(int) ((long) " + operation + " % " + Trees.operand(unit, rest.getRight()) + ")";
      found.accept(
          Draft.at(unit, b)
              .replace(rest, "(" + text + ")")
              .weight(0.9)
              .as("compute " + HoistInvariant.shortened(rest) + " as long"));
    }
  }

  private static Node enclosing(Expression e) {
    Node parent = e.getParentNode().orElse(e);
    return parent instanceof com.github.javaparser.ast.expr.EnclosedExpr p ? enclosing(p) : parent;
  }

  /** The type that the surroundings expect of an expression. */
  private static String wanted(Program program, Expression e) {
    Node parent = enclosing(e);
    if (parent instanceof VariableDeclarator v) {
      return v.getType().asString();
    }
    if (parent instanceof AssignExpr assign) {
      return program.typeOf(assign.getTarget()).orElse("");
    }
    if (parent instanceof BinaryExpr b) {
      return program.typeOf(b).orElse("");
    }
    return parent instanceof ReturnStmt
        ? Trees.around(e, MethodDeclaration.class).map(m -> m.getTypeAsString()).orElse("")
        : "";
  }
}
