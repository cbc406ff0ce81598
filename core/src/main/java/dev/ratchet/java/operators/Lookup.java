package dev.ratchet.java.operators;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of a method that answers from a map, and asks another method only once per key. */
final class Lookup {
  private static final List<String> SMALL = List.of("int", "short", "char", "byte");
  private static final int MOST_KEYS = 6;

  private final SourceUnit unit;
  private final MethodDeclaration method;
  private final List<Parameter> keys;

  private Lookup(SourceUnit unit, MethodDeclaration method, List<Parameter> keys) {
    this.unit = unit;
    this.method = method;
    this.keys = keys;
  }

  /** Returns the lookup for a method whose result depends on these parameters, if there can be. */
  static Optional<Lookup> of(
      SourceUnit unit, Program program, MethodDeclaration method, List<Parameter> keys) {
    boolean fits =
        !keys.isEmpty()
            && keys.size() <= MOST_KEYS
            && method.getTypeParameters().isEmpty()
            && method.getParameters().stream().noneMatch(Parameter::isVarArgs)
            && program.isImmutable(method.getType().asString())
            && keys.stream().allMatch(key -> program.isImmutable(key.getType().asString()));
    return fits ? Optional.of(new Lookup(unit, method, keys)) : Optional.empty();
  }

  private boolean isPair() {
    return keys.size() == 2 && keys.stream().allMatch(k -> SMALL.contains(k.getTypeAsString()));
  }

  /** The type of the map. */
  String type() {
    String key =
        keys.size() == 1
            ? Typing.boxed(keys.get(0).getType().asString())
            : isPair() ? "Long" : "List<Object>";
    return "Map<" + key + ", " + Typing.boxed(method.getType().asString()) + ">";
  }

  private String key() {
    List<String> names = keys.stream().map(Parameter::getNameAsString).toList();
    if (keys.size() == 1) {
      return names.get(0);
    }
    return isPair()
        ? "(long) " + names.get(0) + " << 32 | " + names.get(1) + " & 0xffffffffL"
        : "Arrays.<Object>asList(" + String.join(", ", names) + ")";
  }

  void imports(Draft draft) {
    draft.needs("java.util.HashMap").needs("java.util.Map");
    if (keys.size() > 1 && !isPair()) {
      draft.needs("java.util.Arrays").needs("java.util.List");
    }
  }

  String parameters() {
    return method.getParameters().stream().map(unit::text).collect(Collectors.joining(", "));
  }

  String arguments() {
    return method.getParameters().stream()
        .map(Parameter::getNameAsString)
        .collect(Collectors.joining(", "));
  }

  /** Modifiers, type and name for a private method beside the one looked up. */
  String head(String name) {
    return "private "
        + (method.isStatic() ? "static " : "")
        + method.getType().asString()
        + " "
        + name;
  }

  String throwsClause() {
    return method.getThrownExceptions().isEmpty()
        ? ""
        : method.getThrownExceptions().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", " throws ", ""));
  }

  /** The body of the method that looks up, and calls otherwise. */
  String body(String indent, String map, String call) {
    String keyType = Typing.arguments(type()).get(0);
    String value = Typing.boxed(method.getType().asString());
    String result = unused("value");
    String key = keys.size() == 1 ? key() : unused("key");
    String in = "\n" + indent + unit.step();
    return "{"
        + (keys.size() == 1 ? "" : in + keyType + " " + key + " = " + key() + ";")
        + (in + value + " " + result + " = " + map + ".get(" + key + ");")
        + (in + "if (" + result + " == null) {")
        + (in + unit.step() + result + " = " + call + ";")
        + (in + unit.step() + map + ".put(" + key + ", " + result + ");")
        + (in + "}")
        + (in + "return " + result + ";")
        + ("\n" + indent + "}");
  }

  private String unused(String wanted) {
    String name = wanted;
    while (method.getParameterByName(name).isPresent()) {
      name += "Found";
    }
    return name;
  }
}
