package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds hashes that are compared with numbers, and locks that all of the JVM shares. */
final class OddityFacts {
  private static final Set<String> HASHES = Set.of("hashCode", "hash", "deepHashCode");
  private static final Set<String> LOOK_UPS =
      Set.of("equals", "contains", "containsKey", "get", "getOrDefault", "compare", "binarySearch");
  private static final Set<String> SHARED =
      Set.of("String", "Integer", "Long", "Short", "Byte", "Character", "Boolean");
  private static final Set<Operator> EQUAL = EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS);

  /** What only sorts hashes into buckets. */
  private static final Set<Operator> SORTING =
      EnumSet.of(Operator.REMAINDER, Operator.BINARY_AND, Operator.MULTIPLY);

  /** Below this a number may be one of a bucket. */
  private static final int FEWEST_DIGITS = 4;

  private final List<Clues.Oddity> found = new ArrayList<>();
  private final Map<String, List<Expression>> values = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  private OddityFacts() {}

  static List<Clues.Oddity> of(List<Node> nodes) {
    OddityFacts facts = new OddityFacts();
    nodes.forEach(facts::collect);
    nodes.forEach(facts::visit);
    return facts.found;
  }

  private void collect(Node node) {
    if (node instanceof VariableDeclarator variable) {
      variable
          .getInitializer()
          .ifPresent(
              value ->
                  values
                      .computeIfAbsent(variable.getNameAsString(), n -> new ArrayList<>())
                      .add(value));
      collect(variable, variable.getType());
    } else if (node instanceof Parameter parameter) {
      collect(parameter, parameter.getType());
    }
  }

  private void collect(NodeWithSimpleName<?> variable, Type type) {
    if (SHARED.contains(type.asString())) {
      shared.add(variable.getNameAsString());
    }
  }

  private void visit(Node node) {
    if (node instanceof BinaryExpr binary && EQUAL.contains(binary.getOperator())) {
      compared(node, List.of(binary.getLeft(), binary.getRight()));
    } else if (node instanceof MethodCallExpr call && LOOK_UPS.contains(call.getNameAsString())) {
      List<Expression> sides = new ArrayList<>(call.getArguments());
      call.getScope().ifPresent(sides::add);
      compared(node, sides);
    } else if (node instanceof SwitchNode choice) {
      List<Expression> sides = new ArrayList<>(List.of(choice.getSelector()));
      choice.getEntries().forEach(entry -> sides.addAll(entry.getLabels()));
      compared(node, sides);
    } else if (node instanceof SynchronizedStmt statement && isShared(statement.getExpression())) {
      add(Clues.OddityKind.LOCK, statement.getExpression());
    }
  }

  private void compared(Node node, List<Expression> sides) {
    if (sides.stream().anyMatch(side -> isHash(side, true))
        && sides.stream().anyMatch(side -> isNumber(side, true))) {
      add(Clues.OddityKind.HASH, node);
    }
  }

  private boolean isHash(Node node, boolean follow) {
    return node instanceof MethodCallExpr call && HASHES.contains(call.getNameAsString())
        || follow && valuesOf(node).stream().anyMatch(value -> isHash(value, false))
        || node.getChildNodes().stream().anyMatch(child -> isHash(child, follow));
  }

  private boolean isNumber(Node node, boolean follow) {
    if (node instanceof IntegerLiteralExpr literal) {
      return isLong(literal.getValue());
    }
    if (node instanceof LongLiteralExpr literal) {
      return isLong(literal.getValue());
    }
    if (node instanceof BinaryExpr binary && SORTING.contains(binary.getOperator())
        || node instanceof MethodCallExpr call && HASHES.contains(call.getNameAsString())) {
      return false;
    }
    return follow && valuesOf(node).stream().anyMatch(value -> isNumber(value, false))
        || node.getChildNodes().stream().anyMatch(child -> isNumber(child, follow));
  }

  private static boolean isLong(String number) {
    return number.replaceAll("^0[xXbB]|[_lL]", "").length() >= FEWEST_DIGITS;
  }

  private List<Expression> valuesOf(Node node) {
    return node instanceof NameExpr name
        ? values.getOrDefault(name.getNameAsString(), List.of())
        : List.of();
  }

  private boolean isShared(Expression lock) {
    if (lock instanceof MethodCallExpr call) {
      return Set.of("intern", "valueOf").contains(call.getNameAsString());
    }
    return lock.isStringLiteralExpr()
        || lock instanceof NameExpr name && shared.contains(name.getNameAsString())
        || lock instanceof FieldAccessExpr field
            && (shared.contains(field.getNameAsString())
                || SHARED.contains(field.getScope().toString()));
  }

  private void add(Clues.OddityKind kind, Node node) {
    found.add(new Clues.Oddity(kind, MemberFacts.text(node), Extraction.line(node)));
  }
}
