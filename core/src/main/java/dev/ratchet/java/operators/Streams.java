package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the sources tell of streams: their types, and what lambdas get that run once an element. */
final class Streams {
  private static final Map<String, String> PRIMITIVE =
      Map.of("IntStream", "int", "LongStream", "long", "DoubleStream", "double");
  private static final Map<String, String> MAPPED =
      Map.of("mapToInt", "IntStream", "mapToLong", "LongStream", "mapToDouble", "DoubleStream");
  private static final Set<String> SAME =
      Set.of("filter", "sorted", "distinct", "limit", "skip", "peek", "takeWhile", "dropWhile");
  private static final Set<String> FOUND = Set.of("findFirst", "findAny", "max", "min");

  /** Methods whose lambda gets each element, or elements to compare. */
  private static final Set<String> EACH =
      Set.of(
          "filter",
          "map",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "mapToObj",
          "flatMap",
          "forEach",
          "forEachOrdered",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "takeWhile",
          "dropWhile",
          "peek",
          "removeIf",
          "sorted",
          "sort",
          "max",
          "min");

  private Streams() {}

  /** The call that runs a lambda for each element of a stream or collection. */
  static Optional<MethodCallExpr> caller(LambdaExpr lambda) {
    Node parent = lambda.getParentNode().orElse(lambda);
    return parent instanceof MethodCallExpr call
            && call.getScope().isPresent()
            && call.getArguments().size() == 1
            && EACH.contains(call.getNameAsString())
        ? Optional.of(call)
        : Optional.empty();
  }

  /** The type of a lambda parameter that has none, or "?" where the sources do not tell. */
  static String parameterType(Parameter parameter, Typing typing) {
    if (!(parameter.getParentNode().orElse(parameter) instanceof LambdaExpr lambda)) {
      return "?";
    }
    Optional<MethodCallExpr> caller = caller(lambda);
    Optional<String> owner = caller.flatMap(MethodCallExpr::getScope).flatMap(typing::typeOf);
    if (owner.isEmpty()) {
      return "?";
    }
    List<String> arguments = Typing.arguments(owner.get());
    boolean ofMap = arguments.size() == 2 && caller.get().getNameAsString().equals("forEach");
    return ofMap ? arguments.get(lambda.getParameters().indexOf(parameter)) : element(owner.get());
  }

  private static String element(String type) {
    String primitive = PRIMITIVE.get(Trees.erased(type));
    String element = primitive != null ? primitive : Typing.element(type);
    return element.startsWith("?") ? "?" : element;
  }

  /** The type of a call on a stream, an optional, or something that gives a stream. */
  static Optional<String> typeOf(String owner, MethodCallExpr call, Typing typing) {
    String name = call.getNameAsString();
    String plain = Trees.erased(owner);
    if (name.equals("stream") && !element(owner).equals("?")) {
      return Optional.of("Stream<" + element(owner) + ">");
    }
    if (name.equals("chars")) {
      return Optional.of("IntStream");
    }
    if (!plain.endsWith("Stream")) {
      return Optional.empty();
    }
    boolean primitive = PRIMITIVE.containsKey(plain);
    if (SAME.contains(name) || primitive && name.equals("map")) {
      return Optional.of(owner);
    }
    if (MAPPED.containsKey(name)) {
      return Optional.ofNullable(MAPPED.get(name));
    }
    if (name.equals("map") || name.equals("mapToObj")) {
      return mapped(call, typing).map(type -> "Stream<" + Typing.boxed(type) + ">");
    }
    return primitive ? ofNumbers(plain, name) : ofObjects(element(owner), name);
  }

  private static Optional<String> mapped(MethodCallExpr call, Typing typing) {
    return call.getArguments().stream()
        .filter(LambdaExpr.class::isInstance)
        .flatMap(lambda -> lambda.asLambdaExpr().getExpressionBody().stream())
        .flatMap((Expression body) -> typing.typeOf(body).stream())
        .findFirst();
  }

  private static Optional<String> ofNumbers(String stream, String name) {
    String number = PRIMITIVE.getOrDefault(stream, "?");
    return switch (name) {
      case "sum" -> Optional.of(number);
      case "boxed" -> Optional.of("Stream<" + Typing.boxed(number) + ">");
      case "toArray" -> Optional.of(number + "[]");
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofObjects(String element, String name) {
    if (element.equals("?")) {
      return Optional.empty();
    }
    if (FOUND.contains(name)) {
      return Optional.of("Optional<" + element + ">");
    }
    return name.equals("toList") ? Optional.of("List<" + element + ">") : Optional.empty();
  }
}
