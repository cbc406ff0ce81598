package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all constants of a file, each by itself and as what it is part of. */
final class LiteralFacts {
  private static final int FEWEST_CHARACTERS = 4;
  private static final int FEWEST_DIGITS = 4;

  private final Constants constants;
  private final List<Literal> literals = new ArrayList<>();

  private LiteralFacts(Constants constants) {
    this.constants = constants;
  }

  static List<Literal> of(List<Node> nodes) {
    LiteralFacts facts = new LiteralFacts(new Constants(nodes));
    nodes.forEach(facts::visit);
    return facts.literals;
  }

  private void visit(Node node) {
    if (node instanceof CharLiteralExpr) {
      return; // one character says nothing; those of an array are read together
    }
    if (node instanceof LiteralStringValueExpr || node instanceof ArrayInitializerExpr) {
      constants.of((Expression) node).ifPresent(value -> add(value, node));
    } else if (node instanceof BinaryExpr binary && isWhole(binary)) {
      visit(binary);
    } else if (node instanceof MethodCallExpr call && !call.getArguments().isEmpty()) {
      constants.of(call).ifPresent(value -> add(value, node));
    }
  }

  private static boolean isWhole(BinaryExpr binary) {
    return binary
        .getParentNode()
        .filter(
            parent ->
                parent instanceof BinaryExpr outer && outer.getOperator() == binary.getOperator())
        .isEmpty();
  }

  /** In a sum that is not constant, neighbours that are constant are still read together. */
  private void visit(BinaryExpr binary) {
    if (binary.getOperator() != Operator.PLUS) {
      constants.of(binary).ifPresent(value -> add(value, binary));
      return;
    }
    Optional<Object> run = Optional.empty();
    for (Expression operand : Constants.operands(binary)) {
      Optional<Object> value = constants.of(operand);
      Optional<Object> before = run;
      run = value.map(v -> before.map(b -> Constants.plus(b, v)).orElse(v));
      if (value.isEmpty()) {
        before.ifPresent(b -> add(b, binary));
      }
    }
    run.ifPresent(value -> add(value, binary));
  }

  private void add(Object value, Node node) {
    int line = Extraction.line(node);
    if (value instanceof String text) {
      Literal.numberIn(text, line).ifPresent(this::add);
      add(Literal.text(text, line));
    } else if (value instanceof BigInteger whole) {
      add(Literal.number(new BigDecimal(whole), line));
    } else if (value instanceof BigDecimal decimal) {
      add(Literal.number(decimal, line));
    }
  }

  /** What is short is everywhere. */
  private void add(Literal literal) {
    int least = literal.isNumber() ? FEWEST_DIGITS : FEWEST_CHARACTERS;
    if (literal.value().length() >= least) {
      literals.add(literal);
    }
  }
}
