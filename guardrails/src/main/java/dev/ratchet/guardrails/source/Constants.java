package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What expressions amount to that are made of constants: {@code "a" + "b"}, {@code 40_00 + 0x2A}.
 *
 * <p>A value is a {@link String}, a {@link Character}, a {@link BigInteger} or a {@link
 * BigDecimal}. Names count where only one variable of the file has them.
 */
final class Constants {
  private static final Set<String> JOINERS = Set.of("append", "concat");
  private static final int DEEPEST = 200;
  private static final int LONGEST = 10_000;
  private static final int MOST_BITS = 256;

  private final Map<String, Optional<Expression>> variables = new HashMap<>();
  private int depth;

  Constants(List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof VariableDeclarator variable) {
        variables.merge(
            variable.getNameAsString(),
            variable.getInitializer(),
            (one, other) -> Optional.empty());
      }
    }
  }

  /** Returns the value of an expression, or empty if it is not constant. */
  Optional<Object> of(Expression expression) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    depth++;
    try {
      return value(expression);
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.empty(); // 1 / 0, or a literal that is malformed
    } finally {
      depth--;
    }
  }

  private Optional<Object> value(Expression expression) {
    if (expression instanceof LiteralStringValueExpr literal) {
      return literal(literal);
    }
    if (expression instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    if (expression instanceof CastExpr cast) {
      return of(cast.getExpression()).map(v -> cast(v, cast.getTypeAsString()));
    }
    if (expression instanceof NameExpr name) {
      return variables.getOrDefault(name.getNameAsString(), Optional.empty()).flatMap(this::of);
    }
    if (expression instanceof BinaryExpr binary) {
      return binary.getOperator() == Operator.PLUS ? sum(binary) : arithmetic(binary);
    }
    if (expression instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
      return of(unary.getExpression()).flatMap(Constants::negated);
    }
    if (expression instanceof MethodCallExpr call) {
      return joined(call);
    }
    if (expression instanceof ObjectCreationExpr created && isBuilder(created)) {
      return created.getArguments().isEmpty()
          ? Optional.of("")
          : created.getArguments().getFirst().flatMap(this::of);
    }
    return expression instanceof ArrayInitializerExpr array ? characters(array) : Optional.empty();
  }

  private static Optional<Object> literal(LiteralStringValueExpr literal) {
    if (literal instanceof StringLiteralExpr text) {
      return Optional.of(text.asString());
    }
    if (literal instanceof TextBlockLiteralExpr block) {
      return Optional.of(block.asString());
    }
    if (literal instanceof CharLiteralExpr character) {
      return Optional.of(character.asChar());
    }
    if (literal instanceof IntegerLiteralExpr || literal instanceof LongLiteralExpr) {
      return Optional.of(whole(literal.getValue()));
    }
    return literal instanceof DoubleLiteralExpr number
        ? decimal(number.getValue())
        : Optional.empty();
  }

  private static BigInteger whole(String spelled) {
    String bare = spelled.replace("_", "").replaceAll("[lL]$", "").toLowerCase(Locale.ROOT);
    if (bare.startsWith("0x")) {
      return new BigInteger(bare.substring(2), 16);
    }
    if (bare.startsWith("0b")) {
      return new BigInteger(bare.substring(2), 2);
    }
    boolean isOctal = bare.length() > 1 && bare.startsWith("0");
    return new BigInteger(bare, isOctal ? 8 : 10);
  }

  private static Optional<Object> decimal(String spelled) {
    String bare = spelled.replace("_", "").replaceAll("[fFdD]$", "");
    boolean isPlain = bare.length() <= 60 && !bare.startsWith("0x") && !bare.startsWith("0X");
    return isPlain ? Optional.of(new BigDecimal(bare)) : Optional.empty();
  }

  private static Object cast(Object value, String type) {
    return type.equals("char") && value instanceof BigInteger code && code.bitLength() <= 16
        ? (Object) (char) code.intValue()
        : value;
  }

  private static Optional<Object> negated(Object value) {
    if (value instanceof BigInteger whole) {
      return Optional.of(whole.negate());
    }
    return value instanceof BigDecimal decimal ? Optional.of(decimal.negate()) : Optional.empty();
  }

  /** A sum with a text in it is a text; a long one is taken apart without recursion. */
  private Optional<Object> sum(BinaryExpr binary) {
    List<Object> values = new ArrayList<>();
    for (Expression operand : operands(binary)) {
      Optional<Object> value = of(operand);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return values.stream().reduce(Constants::plus);
  }

  /** Returns the operands of a sum in order. */
  static List<Expression> operands(BinaryExpr sum) {
    List<Expression> operands = new ArrayList<>();
    Expression left = sum;
    while (left instanceof BinaryExpr binary && binary.getOperator() == Operator.PLUS) {
      operands.add(0, binary.getRight());
      left = binary.getLeft();
    }
    operands.add(0, left);
    return operands;
  }

  static Object plus(Object one, Object other) {
    if (one instanceof String || other instanceof String) {
      String joined = one.toString() + other;
      return joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined;
    }
    if (one instanceof BigDecimal || other instanceof BigDecimal) {
      return new BigDecimal(number(one).toString()).add(new BigDecimal(number(other).toString()));
    }
    return ((BigInteger) number(one)).add((BigInteger) number(other));
  }

  private static Number number(Object value) {
    return value instanceof Character c ? BigInteger.valueOf(c) : (Number) value;
  }

  private Optional<Object> arithmetic(BinaryExpr binary) {
    Optional<BigInteger> left = of(binary.getLeft()).flatMap(Constants::asWhole);
    Optional<BigInteger> right = of(binary.getRight()).flatMap(Constants::asWhole);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return arithmetic(binary.getOperator(), left.get(), right.get())
        .filter(result -> result.bitLength() <= MOST_BITS)
        .map(result -> result);
  }

  private static Optional<BigInteger> asWhole(Object value) {
    return value instanceof BigInteger || value instanceof Character
        ? Optional.of((BigInteger) number(value))
        : Optional.empty();
  }

  private static Optional<BigInteger> arithmetic(Operator operator, BigInteger a, BigInteger b) {
    return switch (operator) {
      case MINUS -> Optional.of(a.subtract(b));
      case MULTIPLY -> Optional.of(a.multiply(b));
      case DIVIDE -> Optional.of(a.divide(b));
      case REMAINDER -> Optional.of(a.remainder(b));
      case XOR -> Optional.of(a.xor(b));
      case BINARY_OR -> Optional.of(a.or(b));
      case BINARY_AND -> Optional.of(a.and(b));
      case LEFT_SHIFT -> Optional.of(a.shiftLeft(b.intValueExact() & 63));
      case SIGNED_RIGHT_SHIFT -> Optional.of(a.shiftRight(b.intValueExact() & 63));
      default -> Optional.empty();
    };
  }

  private Optional<Object> joined(MethodCallExpr call) {
    if (call.getScope().isEmpty() || call.getArguments().size() > 1) {
      return Optional.empty();
    }
    if (call.getArguments().isEmpty()) {
      return call.getNameAsString().equals("toString")
          ? call.getScope().flatMap(this::of).filter(String.class::isInstance)
          : Optional.empty();
    }
    if (!JOINERS.contains(call.getNameAsString())) {
      return Optional.empty();
    }
    Optional<Object> start = call.getScope().flatMap(this::of).filter(String.class::isInstance);
    Optional<Object> end = call.getArguments().getFirst().flatMap(this::of);
    return start.flatMap(s -> end.map(e -> plus(s, e)));
  }

  private static boolean isBuilder(ObjectCreationExpr created) {
    return List.of("StringBuilder", "StringBuffer", "String")
            .contains(created.getType().getNameAsString())
        && created.getArguments().size() <= 1;
  }

  /** An array of characters, or of their codes, reads as the text that they spell. */
  private Optional<Object> characters(ArrayInitializerExpr array) {
    StringBuilder text = new StringBuilder();
    for (Expression element : array.getValues()) {
      Optional<Object> value = of(element);
      if (value.isEmpty() || text.length() > LONGEST) {
        return Optional.empty();
      }
      if (value.get() instanceof Character c) {
        text.append(c.charValue());
      } else if (value.get() instanceof BigInteger code && isPrintable(code)) {
        text.append((char) code.intValue());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(text.toString());
  }

  private static boolean isPrintable(BigInteger code) {
    return code.bitLength() <= 16 && code.signum() > 0 && code.intValue() >= ' ';
  }
}
