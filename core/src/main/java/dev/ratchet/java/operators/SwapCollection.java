package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the collection whose cheap operations are the ones used. */
final class SwapCollection implements EfficiencyOperator {
  private static final Map<String, String> UNSORTED =
      Map.of(
          "TreeMap",
          "HashMap",
          "TreeSet",
          "HashSet",
          "LinkedHashMap",
          "HashMap",
          "LinkedHashSet",
          "HashSet");
  private static final List<String> NO_ORDER =
      List.of(
          "get",
          "put",
          "contains",
          "containsKey",
          "add",
          "remove",
          "size",
          "isEmpty",
          "getOrDefault",
          "merge",
          "putIfAbsent",
          "computeIfAbsent",
          "clear");
  private static final Set<String> QUEUE = Set.of("add", "remove", "get", "isEmpty", "size");

  @Override
  public String name() {
    return "swap-collection";
  }

  @Override
  public String why() {
    return "Each kind of collection is cheap in some operations and dear in others";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    List<Rewrite> found = new ArrayList<>();
    Locals.in(unit)
        .filter(l -> l.initial().isObjectCreationExpr() && l.isNeverAssigned())
        .forEach(
            l ->
                unsorted(unit, l)
                    .or(() -> indexed(unit, l))
                    .or(() -> queue(unit, program, l))
                    .ifPresent(found::add));
    return found;
  }

  private static Optional<Rewrite> unsorted(SourceUnit unit, Locals l) {
    ObjectCreationExpr creation = l.initial().asObjectCreationExpr();
    String type = creation.getType().getNameAsString();
    boolean fits =
        UNSORTED.containsKey(type)
            && creation.getArguments().isEmpty()
            && Set.of("Map", "Set", type).contains(Trees.erased(l.type()))
            && l.usedOnlyAs(use -> Locals.isCall(use, NO_ORDER));
    return fits ? swap(unit, l, type, UNSORTED.getOrDefault(type, type)) : Optional.empty();
  }

  private static Optional<Rewrite> indexed(SourceUnit unit, Locals l) {
    boolean fits =
        l.isNew("LinkedList")
            && Set.of("List", "Collection", "LinkedList").contains(Trees.erased(l.type()))
            && (!Trees.erased(l.type()).equals("LinkedList")
                || l.usedOnlyAs(SwapCollection::isListCall))
            && l.uses().stream().anyMatch(use -> Locals.isCall(use, List.of("get", "set")))
            && l.uses().stream().noneMatch(SwapCollection::takesFirst);
    return fits ? swap(unit, l, "LinkedList", "ArrayList") : Optional.empty();
  }

  private static boolean isListCall(NameExpr use) {
    return Locals.isCall(
        use, List.of("get", "set", "add", "size", "isEmpty", "contains", "clear", "indexOf"));
  }

  private static boolean takesFirst(NameExpr use) {
    return Trees.callOn(use)
        .filter(c -> Trees.isCall(c, "remove", 1) && Trees.isInt(c.getArgument(0), 0))
        .isPresent();
  }

  /** A list that is only added to and emptied from the front is a queue. */
  private static Optional<Rewrite> queue(SourceUnit unit, Program program, Locals l) {
    boolean fits =
        l.isEmptyNew("ArrayList")
            && Set.of("List", "ArrayList").contains(Trees.erased(l.type()))
            && l.uses().stream().anyMatch(SwapCollection::takesFirst)
            && l.usedOnlyAs(SwapCollection::isQueueCall);
    if (!fits) {
      return Optional.empty();
    }
    Draft draft =
        Draft.at(unit, l.statement())
            .needs("java.util.ArrayDeque")
            .replaceText(l.variable().getType(), "ArrayDeque<" + Typing.element(l.type()) + ">")
            .replace(l.initial(), "new ArrayDeque<>()");
    for (NameExpr use : l.uses()) {
      MethodCallExpr call = Trees.callOn(use).orElseThrow();
      String instead =
          takesFirst(use) ? "removeFirst" : call.getNameAsString().equals("get") ? "getFirst" : "";
      if (!instead.isEmpty()) {
        draft.replace(call, unit.text(use) + "." + instead + "()");
      }
    }
    return draft.as("make " + l.name() + " a queue");
  }

  private static boolean isQueueCall(NameExpr use) {
    Optional<MethodCallExpr> call = Trees.callOn(use);
    if (call.isEmpty() || !QUEUE.contains(call.get().getNameAsString())) {
      return false;
    }
    return switch (call.get().getNameAsString()) {
      case "add" -> call.get().getArguments().size() == 1;
      case "get", "remove" -> Trees.isInt(call.get().getArgument(0), 0);
      default -> true;
    };
  }

  private static Optional<Rewrite> swap(SourceUnit unit, Locals l, String from, String to) {
    Draft draft = Draft.at(unit, l.statement()).needs("java.util." + to);
    for (ClassOrInterfaceType type : l.statement().findAll(ClassOrInterfaceType.class)) {
      if (type.getNameAsString().equals(from) && isOutermost(type)) {
        int at = unit.start(type.getName());
        draft.replaceText(at, unit.end(type.getName()), to);
      }
    }
    return draft.weight(0.6).as("make " + l.name() + " a " + to);
  }

  private static boolean isOutermost(ClassOrInterfaceType type) {
    Node parent = type.getParentNode().orElse(type);
    return !(parent instanceof ClassOrInterfaceType);
  }
}
