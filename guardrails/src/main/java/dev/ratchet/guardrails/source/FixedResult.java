package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what an expression always is: a literal, {@code n - n}, {@code n * 0}, {@code n == n}. */
final class FixedResult {
  /** What may give another value each time that it is asked. */
  private static final Pattern MOVES =
      Pattern.compile("(next|read|poll|pop|take|remove|increment|decrement|getAnd|random).*");

  private static final String ZERO = "0";

  private FixedResult() {}

  /** Returns the value as text; empty if it depends on something. */
  static Optional<String> of(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    if (expression instanceof LiteralExpr) {
      return Optional.of(expression.toString());
    }
    if (expression instanceof UnaryExpr unary) {
      return of(unary.getExpression()).map(value -> unary.getOperator().asString() + value);
    }
    if (expression instanceof ConditionalExpr either) {
      return of(either.getThenExpr())
          .filter(value -> of(either.getElseExpr()).filter(value::equals).isPresent());
    }
    if (expression instanceof MethodCallExpr call) {
      return compared(call);
    }
    return expression instanceof BinaryExpr binary ? of(binary) : Optional.empty();
  }

  private static Optional<String> of(BinaryExpr binary) {
    Optional<String> left = of(binary.getLeft());
    Optional<String> right = of(binary.getRight());
    if (left.isPresent() && right.isPresent()) {
      return Optional.of(left.get() + binary.getOperator().asString() + right.get());
    }
    boolean isSame = isSame(binary.getLeft(), binary.getRight());
    return switch (binary.getOperator()) {
      case MINUS, XOR, REMAINDER -> isSame ? Optional.of(ZERO) : Optional.empty();
      case EQUALS, LESS_EQUALS, GREATER_EQUALS -> isSame ? Optional.of("true") : Optional.empty();
      case NOT_EQUALS, LESS, GREATER -> isSame ? Optional.of("false") : Optional.empty();
      case MULTIPLY, BINARY_AND -> either(left, right, ZERO);
      case OR, BINARY_OR -> either(left, right, "true");
      case AND -> either(left, right, "false");
      default -> Optional.empty();
    };
  }

  private static Optional<String> either(
      Optional<String> left, Optional<String> right, String decides) {
    return Stream.of(left, right).flatMap(Optional::stream).filter(decides::equals).findFirst();
  }

  /** What is compared with itself is equal. */
  private static Optional<String> compared(MethodCallExpr call) {
    int arguments = call.getArguments().size();
    boolean isWithItself =
        arguments == 2 && isSame(call.getArgument(0), call.getArgument(1))
            || arguments == 1
                && call.getScope().filter(s -> isSame(s, call.getArgument(0))).isPresent();
    if (!isWithItself) {
      return Optional.empty();
    }
    return switch (call.getNameAsString()) {
      case "equals", "equalsIgnoreCase", "deepEquals" -> Optional.of("true");
      case "compare", "compareTo", "compareToIgnoreCase", "compareUnsigned", "subtract" ->
          Optional.of(ZERO);
      default -> Optional.empty();
    };
  }

  private static boolean isSame(Expression one, Expression other) {
    return bare(one).equals(bare(other))
        && one.findAll(MethodCallExpr.class).stream()
            .noneMatch(call -> MOVES.matcher(call.getNameAsString()).matches())
        && one.findAll(UnaryExpr.class).stream()
            .noneMatch(unary -> unary.getOperator().name().contains("CREMENT"));
  }

  /** A field is the same with and without {@code this}. */
  private static String bare(Expression expression) {
    return expression.toString().replaceAll("\\bthis\\.", "");
  }
}
