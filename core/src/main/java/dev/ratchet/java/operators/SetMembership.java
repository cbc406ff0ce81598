package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.ratchet.java.operators.Typing.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers "is it in the list?" with a hash set. */
final class SetMembership implements EfficiencyOperator {
  private static final List<String> SET_CALLS = List.of("contains", "isEmpty", "clear");

  @Override
  public String name() {
    return "set-membership";
  }

  @Override
  public String why() {
    return "A list is searched from its beginning, a hash set knows";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    List<Rewrite> found = new ArrayList<>();
    Locals.in(unit)
        .filter(l -> isList(l.type(), program))
        .filter(l -> l.isEmptyNew("ArrayList", "LinkedList") && l.isNeverAssigned())
        .forEach(l -> becomesSet(unit, l).or(() -> gainsSet(unit, l)).ifPresent(found::add));
    for (MethodCallExpr call : unit.tree().findAll(MethodCallExpr.class)) {
      setBeforeLoop(unit, program, call).ifPresent(found::add);
    }
    return found;
  }

  private static boolean isList(String type, Program program) {
    return List.of("List", "ArrayList", "LinkedList", "Collection").contains(Trees.erased(type))
        && program.isImmutable(Typing.element(type));
  }

  private static boolean isAdd(NameExpr use) {
    return Trees.callOn(use)
        .filter(c -> Trees.isCall(c, "add", 1) && Trees.callStatement(c).isPresent())
        .isPresent();
  }

  private static boolean isContains(NameExpr use) {
    return Trees.callOn(use).filter(c -> Trees.isCall(c, "contains", 1)).isPresent();
  }

  /** A list that is only filled and asked might have been a set from the start. */
  private static Optional<Rewrite> becomesSet(SourceUnit unit, Locals l) {
    boolean fits =
        l.uses().stream().anyMatch(SetMembership::isContains)
            && l.usedOnlyAs(use -> isAdd(use) || Locals.isCall(use, SET_CALLS));
    if (!fits || l.variable().getType().isVarType()) {
      return Optional.empty();
    }
    String element = Typing.element(l.type());
    return Draft.at(unit, l.statement())
        .needs("java.util.Set")
        .needs("java.util.HashSet")
        .replaceText(l.variable().getType(), "Set<" + element + ">")
        .replace(l.initial(), "new HashSet<>()")
        .as("keep " + l.name() + " as a set");
  }

  /** A list that must keep its order can have a set beside it. */
  private static Optional<Rewrite> gainsSet(SourceUnit unit, Locals l) {
    List<NameExpr> asked = l.uses().stream().filter(SetMembership::isContains).toList();
    List<String> reads = List.of("contains", "isEmpty", "size", "get", "iterator", "stream");
    boolean fits =
        asked.stream().anyMatch(use -> !Trees.loopsAround(use).isEmpty())
            && l.uses().stream().allMatch(use -> isAdd(use) || isRead(use, reads));
    if (!fits) {
      return Optional.empty();
    }
    String set = Trees.fresh(unit, "in" + Trees.capital(l.name()));
    Draft draft =
        Draft.at(unit, l.statement())
            .needs("java.util.Set")
            .needs("java.util.HashSet")
            .insertAfter(
                l.statement(),
                "Set<" + Typing.element(l.type()) + "> " + set + " = new HashSet<>();");
    for (NameExpr use : l.uses()) {
      MethodCallExpr call = Trees.callOn(use).orElse(null);
      if (call != null && isAdd(use)) {
        Statement statement = (Statement) call.getParentNode().orElseThrow();
        if (Trees.inBlock(call).isEmpty()) {
          return Optional.empty();
        }
        draft.insertAfter(statement, set + ".add(" + unit.text(call.getArgument(0)) + ");");
      } else if (isContains(use)) {
        draft.replace(use, set);
      }
    }
    return draft.weight(0.8).as("keep a set beside " + l.name());
  }

  private static boolean isRead(NameExpr use, List<String> reads) {
    Node parent = use.getParentNode().orElse(use);
    return Locals.isCall(use, reads)
        || parent instanceof com.github.javaparser.ast.stmt.ReturnStmt
        || parent instanceof com.github.javaparser.ast.stmt.ForEachStmt;
  }

  /** A list that does not change in a loop can be turned into a set before it. */
  private static Optional<Rewrite> setBeforeLoop(
      SourceUnit unit, Program program, MethodCallExpr call) {
    boolean asks = Trees.isCall(call, "contains", 1) || isIndexTest(call);
    List<Statement> loops = Trees.loopsAround(call);
    if (!asks || loops.isEmpty() || !(call.getScope().orElse(call) instanceof NameExpr list)) {
      return Optional.empty();
    }
    Optional<Binding> binding = program.typing().binding(list.getNameAsString(), list);
    Optional<Statement> best = Optional.empty();
    for (Statement loop : loops) {
      Effects effects = program.purity().effects(loop);
      if (HoistInvariant.isInvariant(list, loop, effects, program)
          && Trees.inBlock(loop).isPresent()) {
        best = Optional.of(loop);
      }
    }
    if (best.isEmpty() || binding.filter(b -> isList(b.type(), program)).isEmpty()) {
      return Optional.empty();
    }
    String element = Typing.element(binding.get().type());
    return withSet(unit, call, list, element, Trees.inBlock(best.get()).orElseThrow());
  }

  private static Optional<Rewrite> withSet(
      SourceUnit unit, MethodCallExpr call, NameExpr list, String element, Statement loop) {
    String set = Trees.fresh(unit, "in" + Trees.capital(list.getNameAsString()));
    Draft draft =
        Draft.at(unit, call)
            .needs("java.util.Set")
            .needs("java.util.HashSet")
            .insertBefore(
                loop, "Set<" + element + "> " + set + " = new HashSet<>(" + unit.text(list) + ");");
    if (call.getNameAsString().equals("contains")) {
      draft.replace(list, set);
    } else {
      BinaryExpr test = (BinaryExpr) call.getParentNode().orElseThrow();
      boolean found =
          test.getOperator() == BinaryExpr.Operator.GREATER_EQUALS
              || test.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
      String asked = set + ".contains(" + unit.text(call.getArgument(0)) + ")";
      draft.replace(test, found ? asked : "!" + asked);
    }
    return draft.weight(0.9).as("look up in a set made of " + list.getNameAsString());
  }

  private static boolean isIndexTest(MethodCallExpr call) {
    if (!Trees.isCall(call, "indexOf", 1)
        || !(call.getParentNode().orElse(call) instanceof BinaryExpr test)
        || test.getLeft() != call) {
      return false;
    }
    String right = test.getRight().toString();
    return switch (test.getOperator()) {
      case GREATER_EQUALS, LESS -> right.equals("0");
      case EQUALS, NOT_EQUALS -> right.equals("-1");
      default -> false;
    };
  }
}
