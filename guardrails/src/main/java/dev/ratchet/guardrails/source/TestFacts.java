package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the methods that test, how much each asserts, and whether it is switched off. */
final class TestFacts {
  private static final Set<String> TESTS =
      Set.of(
          "Test",
          "ParameterizedTest",
          "RepeatedTest",
          "TestFactory",
          "TestTemplate",
          "Property",
          "Example",
          "Theory",
          "ArchTest");
  private static final Pattern ASSERTION =
      Pattern.compile("assert[A-Z]\\w*|verify\\w*|expect\\w*|fail|that|check[A-Z]\\w*");
  private static final Pattern ASSUMPTION = Pattern.compile("assume[A-Z]\\w*|abort");
  private static final Pattern OFF =
      Pattern.compile("Disabled\\w*|Ignore\\w*|EnabledI\\w*|EnabledOn\\w*|EnabledFor\\w*");

  private TestFacts() {}

  static List<Clues.TestMethod> of(List<Node> nodes) {
    List<Clues.TestMethod> tests = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof MethodDeclaration method && isTest(method)) {
        tests.add(test(method));
      }
    }
    return tests;
  }

  private static boolean isTest(MethodDeclaration method) {
    boolean isOldTest =
        method.getNameAsString().startsWith("test")
            && method.isPublic()
            && method.getType().isVoidType()
            && method.getParameters().isEmpty();
    return isOldTest
        || method.getAnnotations().stream()
            .anyMatch(a -> TESTS.contains(a.getName().getIdentifier()));
  }

  private static Clues.TestMethod test(MethodDeclaration method) {
    List<MethodCallExpr> calls = method.findAll(MethodCallExpr.class);
    long assertions = calls.stream().filter(TestFacts::isAssertion).count();
    boolean assumes =
        calls.stream().anyMatch(call -> ASSUMPTION.matcher(call.getNameAsString()).matches());
    return new Clues.TestMethod(
        MemberFacts.place(method),
        (int) assertions,
        assumes || isOff(method) || isInTypeThatIsOff(method),
        Extraction.line(method));
  }

  /** An assertion of constants asserts nothing, and a check of a chain is part of it. */
  private static boolean isAssertion(MethodCallExpr call) {
    return ASSERTION.matcher(call.getNameAsString()).matches()
        && (call.getNameAsString().equals("fail")
            || !call.getArguments().stream().allMatch(TestFacts::isConstant));
  }

  private static boolean isConstant(Expression argument) {
    return argument instanceof LiteralExpr;
  }

  private static boolean isOff(NodeWithAnnotations<?> node) {
    return node.getAnnotations().stream().anyMatch(TestFacts::switchesOff);
  }

  private static boolean switchesOff(AnnotationExpr annotation) {
    return OFF.matcher(annotation.getName().getIdentifier()).matches()
        || annotation.toString().replace(" ", "").contains("enabled=false");
  }

  private static boolean isInTypeThatIsOff(Node node) {
    Optional<TypeDeclaration<?>> type = Extraction.type(node);
    while (type.isPresent()) {
      if (isOff(type.get())) {
        return true;
      }
      type = Extraction.type(type.get());
    }
    return false;
  }
}
