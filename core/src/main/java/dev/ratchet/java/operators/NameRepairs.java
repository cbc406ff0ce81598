package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.ratchet.java.operators.Typing.Binding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Repairs of names: the wrong variable, the wrong method, arguments in the wrong order. */
final class NameRepairs {
  private static final Map<String, List<String>> OPPOSITES = opposites();
  private static final List<Set<String>> PAIRS =
      List.of(
          Set.of("row", "col"),
          Set.of("row", "column"),
          Set.of("lo", "hi"),
          Set.of("low", "high"),
          Set.of("left", "right"),
          Set.of("start", "end"),
          Set.of("from", "to"),
          Set.of("first", "second"),
          Set.of("min", "max"),
          Set.of("width", "height"),
          Set.of("source", "target"),
          Set.of("begin", "end"),
          Set.of("rows", "cols"));
  private static final int MOST = 4;
  private static final Set<String> STATIC_CALLS = Set.of("Math", "Integer", "Long");

  private NameRepairs() {}

  private static Map<String, List<String>> opposites() {
    Map<String, List<String>> all = new HashMap<>();
    for (String pair :
        List.of(
            "min max",
            "floor ceil",
            "anyMatch allMatch",
            "anyMatch noneMatch",
            "getFirst getLast",
            "first last",
            "indexOf lastIndexOf",
            "startsWith endsWith",
            "addFirst addLast",
            "removeFirst removeLast",
            "pollFirst pollLast",
            "toUpperCase toLowerCase",
            "firstKey lastKey",
            "isUpperCase isLowerCase",
            "floor ceiling",
            "higher lower",
            "floorKey ceilingKey",
            "floorDiv floorMod",
            "containsKey containsValue",
            "limit skip")) {
      String[] both = pair.split(" ");
      all.merge(both[0], List.of(both[1]), NameRepairs::joined);
      all.merge(both[1], List.of(both[0]), NameRepairs::joined);
    }
    return Map.copyOf(all);
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }

  static Repair opposite() {
    return new Repair(
        "opposite-call",
        "Methods with opposite meanings have similar names",
        (unit, program, found) -> {
          for (MethodCallExpr call : unit.tree().findAll(MethodCallExpr.class)) {
            List<String> others = OPPOSITES.getOrDefault(call.getNameAsString(), List.of());
            if (!program.targets(call).isEmpty() || call.getScope().isEmpty()) {
              continue;
            }
            boolean maths = call.getScope().get().toString().equals("Math");
            for (String other : others) {
              boolean possible = maths ? !other.equals("ceiling") : !other.equals("ceil");
              if (possible) {
                found.accept(
                    Draft.at(unit, call)
                        .replaceText(call.getName(), other)
                        .weight(0.6)
                        .as(call.getNameAsString() + " becomes " + other));
              }
            }
          }
        });
  }

  static Repair arguments() {
    return new Repair(
        "swap-arguments",
        "Arguments of the same type are easily given in the wrong order",
        (unit, program, found) ->
            unit.tree()
                .findAll(MethodCallExpr.class, c -> c.getArguments().size() > 1)
                .forEach(call -> swaps(unit, program, call, found)));
  }

  private static void swaps(
      SourceUnit unit, Program program, MethodCallExpr call, Consumer<Optional<Rewrite>> found) {
    if (call.getScope().filter(s -> s.toString().equals("Math")).isPresent()
        && Set.of("min", "max", "hypot").contains(call.getNameAsString())) {
      return;
    }
    List<Expression> arguments = call.getArguments();
    for (int i = 0; i < arguments.size(); i++) {
      for (int j = i + 1; j < Math.min(arguments.size(), i + MOST); j++) {
        Expression one = arguments.get(i);
        Expression other = arguments.get(j);
        Optional<String> type = program.typeOf(one);
        if (type.isPresent() && type.equals(program.typeOf(other)) && !one.equals(other)) {
          found.accept(
              Draft.at(unit, call)
                  .replace(one, unit.text(other))
                  .replace(other, unit.text(one))
                  .weight(isCrossed(program.targets(call), i, j, one, other) ? 1.5 : 0.4)
                  .as(
                      "swap "
                          + HoistInvariant.shortened(one)
                          + " and "
                          + HoistInvariant.shortened(other)));
        }
      }
    }
  }

  /** Whether two arguments are named like each other's parameters. */
  private static boolean isCrossed(
      List<MethodDeclaration> targets, int i, int j, Expression one, Expression other) {
    return targets.size() == 1
        && targets.get(0).getParameters().size() > j
        && (Trees.isName(one, targets.get(0).getParameter(j).getNameAsString())
            || Trees.isName(other, targets.get(0).getParameter(i).getNameAsString()));
  }

  static Repair variable() {
    return new Repair(
        "other-variable",
        "Variables of the same type are easily confused",
        (unit, program, found) -> {
          for (NameExpr name : unit.tree().findAll(NameExpr.class)) {
            program
                .typing()
                .binding(name.getNameAsString(), name)
                .filter(b -> !b.type().equals("?") && !isWritten(name) && !isConstant(b))
                .ifPresent(b -> others(unit, program, name, b, found));
          }
        });
  }

  private static boolean isConstant(Binding b) {
    return b.isField() && b.name().equals(b.name().toUpperCase(java.util.Locale.ROOT));
  }

  private static boolean isWritten(NameExpr name) {
    Node parent = name.getParentNode().orElse(name);
    return Trees.isTarget(name)
        || parent instanceof com.github.javaparser.ast.stmt.ForEachStmt
        || parent instanceof MethodCallExpr call
            && call.getScope().filter(s -> s == name).isPresent()
            && STATIC_CALLS.contains(name.getNameAsString());
  }

  private static void others(
      SourceUnit unit,
      Program program,
      NameExpr name,
      Binding binding,
      Consumer<Optional<Rewrite>> found) {
    List<Binding> candidates =
        program.typing().visible(name).stream()
            .filter(b -> b.type().equals(binding.type()) && !b.name().equals(binding.name()))
            .filter(b -> !isConstant(b) && !isOwnDeclaration(b, name))
            .sorted(java.util.Comparator.comparingDouble(b -> -likeness(b.name(), binding.name())))
            .limit(MOST)
            .toList();
    for (Binding other : candidates) {
      found.accept(
          Draft.at(unit, name)
              .replace(name, other.name())
              .weight(likeness(other.name(), binding.name()))
              .as(binding.name() + " becomes " + other.name()));
    }
  }

  private static boolean isOwnDeclaration(Binding b, NameExpr name) {
    return Trees.contains(b.declaration(), name);
  }

  /** How easily one name is written for another. */
  private static double likeness(String one, String other) {
    boolean letters = one.length() == 1 && other.length() == 1;
    boolean pair = PAIRS.contains(Set.of(one, other));
    boolean alike =
        one.length() > 2
            && other.length() > 2
            && (one.startsWith(other.substring(0, 3))
                || one.endsWith(other.substring(other.length() - 3)));
    return pair ? 0.7 : letters ? 0.5 : alike ? 0.4 : 0.2;
  }
}
