package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether a method compares what an object holds with what it is given. */
final class OwnComparison {
  private static final Set<String> ABOUT_TYPES = Set.of("getClass", "canEqual");
  private static final int DEEPEST = 3;

  private final TypeDeclaration<?> type;
  private final Set<String> fields;
  private final Set<String> given = new HashSet<>();
  private final Set<String> held = new HashSet<>();
  private final int depth;

  OwnComparison(TypeDeclaration<?> type, Set<String> fields) {
    this(type, fields, 0);
  }

  private OwnComparison(TypeDeclaration<?> type, Set<String> fields, int depth) {
    this.type = type;
    this.fields = fields;
    this.depth = depth;
  }

  /** Returns whether both are compared, and nothing that always holds stands beside that. */
  boolean isMadeBy(MethodDeclaration method) {
    method.getParameters().forEach(parameter -> given.add(parameter.getNameAsString()));
    method.walk(this::collect);
    return method.getBody().filter(this::compares).isPresent()
        && method.findAll(ReturnStmt.class).stream()
            .flatMap(result -> result.getExpression().stream())
            .noneMatch(this::mayAlwaysHold);
  }

  /** What a variable is made of, it stands for. */
  private void collect(Node node) {
    if (node instanceof TypePatternExpr pattern) {
      given.add(pattern.getNameAsString());
    } else if (node instanceof VariableDeclarator variable) {
      variable.getInitializer().ifPresent(value -> collect(variable, value));
    } else if (node instanceof AssignExpr assign && assign.getTarget() instanceof NameExpr name) {
      collect(name, assign.getValue());
    } else if (node instanceof ForEachStmt loop) {
      collect(loop.getVariableDeclarator(), loop.getIterable());
    } else if (node instanceof LambdaExpr lambda
        && lambda.getParentNode().orElse(lambda) instanceof MethodCallExpr call) {
      for (Parameter parameter : lambda.getParameters()) {
        call.getScope().ifPresent(scope -> collect(parameter, scope));
      }
    }
  }

  private void collect(NodeWithSimpleName<?> variable, Expression value) {
    if (isGiven(value)) {
      given.add(variable.getNameAsString());
    }
    if (isHeld(value)) {
      held.add(variable.getNameAsString());
    }
  }

  private boolean compares(Node node) {
    if (node instanceof Expression expression && FixedResult.of(expression).isPresent()) {
      return false;
    }
    boolean isComparison =
        node instanceof BinaryExpr binary && isOfValues(binary) && compares(sides(binary))
            || node instanceof MethodCallExpr call
                && !ABOUT_TYPES.contains(call.getNameAsString())
                && compares(call);
    return isComparison || node.getChildNodes().stream().anyMatch(this::compares);
  }

  private static boolean isOfValues(BinaryExpr binary) {
    return binary.getOperator() != Operator.AND
        && binary.getOperator() != Operator.OR
        && !isIdentity(binary);
  }

  /** Returns whether an object is compared with another as a whole. */
  static boolean isIdentity(BinaryExpr binary) {
    return (binary.getOperator() == Operator.EQUALS || binary.getOperator() == Operator.NOT_EQUALS)
        && (binary.getLeft().isThisExpr() || binary.getRight().isThisExpr());
  }

  private static List<Expression> sides(BinaryExpr binary) {
    return List.of(binary.getLeft(), binary.getRight());
  }

  private boolean compares(MethodCallExpr call) {
    List<Expression> sides = new ArrayList<>(call.getArguments());
    call.getScope().ifPresent(sides::add);
    List<MethodDeclaration> declared =
        isOwn(call) ? type.getMethodsByName(call.getNameAsString()) : List.of();
    if (declared.isEmpty()) {
      return compares(sides) || isInherited(call) && sides.stream().anyMatch(this::isGiven);
    }
    return sides.stream().anyMatch(this::isGiven)
        && declared.stream()
            .filter(method -> !method.isAncestorOf(call))
            .anyMatch(method -> method.isStatic() ? compares(sides) : isMadeByOther(method));
  }

  private static boolean isOwn(MethodCallExpr call) {
    return call.getScope().filter(scope -> !scope.isThisExpr()).isEmpty();
  }

  private boolean isInherited(MethodCallExpr call) {
    return isOwn(call)
        && type.getMethodsByName(call.getNameAsString()).isEmpty()
        && type.toClassOrInterfaceDeclaration()
            .filter(declaration -> declaration.getExtendedTypes().isNonEmpty())
            .isPresent();
  }

  private boolean isMadeByOther(MethodDeclaration method) {
    return depth < DEEPEST && new OwnComparison(type, fields, depth + 1).isMadeBy(method);
  }

  private boolean compares(List<Expression> sides) {
    for (Expression one : sides) {
      for (Expression other : sides) {
        if (one != other && isGiven(one) && isHeld(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isGiven(Node node) {
    return node instanceof NameExpr name && given.contains(name.getNameAsString())
        || node.getChildNodes().stream().anyMatch(this::isGiven);
  }

  /** Returns whether a node has something of what the object holds, and not only its type. */
  private boolean isHeld(Node node) {
    if (node instanceof BinaryExpr binary && isIdentity(binary)) {
      return false;
    }
    if (node instanceof MethodCallExpr call && ABOUT_TYPES.contains(call.getNameAsString())) {
      return false;
    }
    return node instanceof ThisExpr
        || node instanceof NameExpr name && isHeld(name.getNameAsString())
        || node instanceof MethodCallExpr own && isOwn(own) && gives(own)
        || node.getChildNodes().stream().anyMatch(this::isHeld);
  }

  private boolean gives(MethodCallExpr own) {
    String name = own.getNameAsString();
    return fields.contains(name)
        || isInherited(own)
        || type.getMethodsByName(name).stream().anyMatch(method -> !method.isStatic());
  }

  private boolean isHeld(String name) {
    return held.contains(name) || fields.contains(name) && !given.contains(name);
  }

  /** Returns whether one of several conditions looks at nothing: {@code o != null || ...}. */
  private boolean mayAlwaysHold(Expression expression) {
    Expression bare = expression;
    while (bare.isEnclosedExpr()) {
      bare = bare.asEnclosedExpr().getInner();
    }
    Optional<BinaryExpr> or =
        bare.toBinaryExpr().filter(binary -> binary.getOperator() == Operator.OR);
    return or.map(OwnComparison::sides).stream()
        .flatMap(List::stream)
        .anyMatch(side -> isEmpty(side) || mayAlwaysHold(side));
  }

  /** A condition of several is judged by its own conditions. */
  private boolean isEmpty(Expression side) {
    boolean isOr = side.toBinaryExpr().filter(b -> b.getOperator() == Operator.OR).isPresent();
    boolean isIdentity = side.toBinaryExpr().filter(OwnComparison::isIdentity).isPresent();
    return !isOr && !isIdentity && !side.isNameExpr() && !compares(side);
  }
}
