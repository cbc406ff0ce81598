package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds methods that compare objects, and do so without looking at them. */
final class ShamFacts {
  private static final Map<String, Integer> COMPARING =
      Map.of("equals", 1, "compareTo", 1, "compare", 2, "hashCode", 0);

  private final List<Clues.Sham> found = new ArrayList<>();

  private ShamFacts() {}

  static List<Clues.Sham> of(List<Node> nodes) {
    ShamFacts facts = new ShamFacts();
    nodesOf(MethodDeclaration.class, nodes).forEach(facts::visit);
    nodesOf(LambdaExpr.class, nodes).forEach(facts::visit);
    return facts.found;
  }

  private static <N extends Node> Stream<N> nodesOf(Class<N> type, List<Node> nodes) {
    return nodes.stream().filter(type::isInstance).map(type::cast);
  }

  private void visit(MethodDeclaration method) {
    Integer parameters = COMPARING.get(method.getNameAsString());
    if (parameters == null
        || method.isStatic()
        || method.getParameters().size() != parameters
        || method.getBody().isEmpty()) {
      return;
    }
    BlockStmt body = method.getBody().get();
    List<ReturnStmt> returns = body.findAll(ReturnStmt.class);
    Set<String> names = names(body);
    boolean isHash = method.getNameAsString().equals("hashCode");
    if (returns.isEmpty()) {
      return; // it only throws, which nobody takes for equal
    }
    if (isOneConstant(returns)) {
      add(method, "returns the same for all objects", !isHash);
    } else if (!method.getParameters().stream()
        .map(Parameter::getNameAsString)
        .allMatch(names::contains)) {
      add(method, "does not look at what it is given", true);
    } else if (comparesItself(method) && asksOneHash(method, body)) {
      add(method, "compares a hash that is the same for all objects", true);
    } else if (comparesItself(method) && looksAtNothingOwn(method, body)) {
      boolean saysYes = foreignNames(method, body).isEmpty() && endsInYes(body);
      add(method, "compares nothing that the objects hold", saysYes);
    }
  }

  /** Returns what a method names beside what it is given, its variables and types. */
  private static Set<String> foreignNames(MethodDeclaration method, BlockStmt body) {
    Set<String> names = names(body);
    names.remove("getClass");
    method.getParameters().forEach(parameter -> names.remove(parameter.getNameAsString()));
    body.walk(VariableDeclarator.class, variable -> names.remove(variable.getNameAsString()));
    body.walk(TypePatternExpr.class, pattern -> names.remove(pattern.getNameAsString()));
    body.walk(ClassOrInterfaceType.class, type -> names.remove(type.getNameAsString()));
    return names;
  }

  private static boolean endsInYes(BlockStmt body) {
    return body.getStatements().stream()
        .filter(ReturnStmt.class::isInstance)
        .flatMap(end -> end.asReturnStmt().getExpression().stream())
        .anyMatch(said -> said.isBooleanLiteralExpr() && said.asBooleanLiteralExpr().getValue());
  }

  private static boolean asksOneHash(MethodDeclaration method, BlockStmt body) {
    return foreignNames(method, body).equals(Set.of("hashCode"))
        && Extraction.type(method).stream()
            .flatMap(type -> type.getMethodsByName("hashCode").stream())
            .anyMatch(hash -> isOneConstant(hash.findAll(ReturnStmt.class)));
  }

  /** A comparator compares others, and an anonymous class has mostly nothing of its own. */
  private static boolean comparesItself(MethodDeclaration method) {
    return List.of("equals", "compareTo").contains(method.getNameAsString())
        && method.getParentNode().filter(TypeDeclaration.class::isInstance).isPresent();
  }

  private void add(MethodDeclaration method, String what, boolean isCertain) {
    found.add(new Clues.Sham(MemberFacts.place(method), what, isCertain, Extraction.line(method)));
  }

  private static boolean isOneConstant(List<ReturnStmt> returns) {
    Set<String> values =
        returns.stream()
            .map(r -> r.getExpression().flatMap(FixedResult::of).orElse("?"))
            .collect(Collectors.toSet());
    return values.size() == 1 && !values.contains("?");
  }

  private static Set<String> names(Node body) {
    return body.findAll(SimpleName.class).stream()
        .map(SimpleName::getIdentifier)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Types without fields have nothing to compare, and a superclass may do it. */
  private static boolean looksAtNothingOwn(MethodDeclaration method, BlockStmt body) {
    Optional<TypeDeclaration<?>> type = Extraction.type(method);
    Set<String> own = type.map(ShamFacts::state).orElse(Set.of());
    boolean isIdentity =
        body.findAll(BinaryExpr.class).stream().anyMatch(OwnComparison::isIdentity)
            && body.findFirst(InstanceOfExpr.class).isEmpty()
            && body.findFirst(MethodCallExpr.class).isEmpty();
    return !own.isEmpty()
        && !isIdentity
        && body.findFirst(SuperExpr.class).isEmpty()
        && !new OwnComparison(type.orElseThrow(), own).isMadeBy(method);
  }

  private static Set<String> state(TypeDeclaration<?> type) {
    Set<String> names = new HashSet<>();
    for (FieldDeclaration field : type.getFields()) {
      if (!field.isStatic()) {
        field.getVariables().forEach(variable -> names.add(variable.getNameAsString()));
      }
    }
    if (type instanceof RecordDeclaration record) {
      record.getParameters().forEach(parameter -> names.add(parameter.getNameAsString()));
    }
    return names;
  }

  private void visit(LambdaExpr lambda) {
    Optional<String> result =
        lambda.getBody() instanceof ExpressionStmt statement
            ? FixedResult.of(statement.getExpression())
            : Optional.empty();
    boolean isZero =
        lambda.getParameters().size() == 2 && result.filter(ShamFacts::isInt).isPresent();
    if (isZero || result.isPresent() && isKey(lambda)) {
      found.add(
          new Clues.Sham(
              Extraction.enclosingType(lambda),
              "returns the same for all objects",
              false,
              Extraction.line(lambda)));
    }
  }

  private static boolean isInt(String result) {
    return result.matches("-?\\d+");
  }

  /** Returns whether objects are put in order by what a lambda returns. */
  private static boolean isKey(LambdaExpr lambda) {
    return lambda.getParameters().size() == 1
        && lambda
            .getParentNode()
            .filter(
                node ->
                    node instanceof MethodCallExpr call
                        && call.getNameAsString().matches("(comparing|thenComparing)\\w*"))
            .isPresent();
  }
}
