package dev.ratchet.java.operators;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;

/** Remembers the results of a pure method that a loop calls, in a map beside the loop. */
final class CacheLoopCall implements EfficiencyOperator {
  @Override
  public String name() {
    return "cache-loop-call";
  }

  @Override
  public String why() {
    return "A loop that calls a pure method with equal arguments needs each answer only once";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return unit.tree().findAll(MethodCallExpr.class).stream()
        .filter(call -> !Trees.loopsAround(call).isEmpty())
        .flatMap(call -> cached(unit, program, call).stream())
        .toList();
  }

  private static Optional<Rewrite> cached(SourceUnit unit, Program program, MethodCallExpr call) {
    List<MethodDeclaration> targets = program.targets(call);
    if (targets.size() != 1
        || call.getScope().isPresent()
        || !Work.isHeavy(targets.get(0), program)
        || !program.purity().isPure(targets.get(0))) {
      return Optional.empty();
    }
    MethodDeclaration target = targets.get(0);
    List<Statement> loops = Trees.loopsAround(call);
    Statement loop = loops.get(loops.size() - 1);
    Optional<MethodDeclaration> caller = Trees.method(call);
    boolean sameUnit = caller.isPresent() && Trees.type(target).equals(Trees.type(call));
    Effects effects = program.purity().effects(loop);
    boolean stable =
        !effects.unknown
            && program.purity().summary(target).fieldsRead().stream()
                .noneMatch(effects.fieldsWritten::contains);
    boolean itself = caller.filter(c -> c == target).isPresent();
    if (!sameUnit || !stable || itself || Trees.inBlock(loop).isEmpty()) {
      return Optional.empty();
    }
    return Lookup.of(unit, program, target, target.getParameters())
        .flatMap(lookup -> rewrite(unit, call, target, lookup, caller.get()));
  }

  private static Optional<Rewrite> rewrite(
      SourceUnit unit,
      MethodCallExpr call,
      MethodDeclaration target,
      Lookup lookup,
      MethodDeclaration caller) {
    List<Statement> loops = Trees.loopsAround(call);
    Statement loop = Trees.inBlock(loops.get(loops.size() - 1)).orElseThrow();
    String name = target.getNameAsString();
    String map = Trees.fresh(unit, name + "Known");
    String helper = Trees.fresh(unit, name + "Once");
    String indent = unit.indent(caller);
    String arguments =
        String.join(
            ", ", call.getArguments().stream().map((Expression a) -> unit.text(a)).toList());
    Draft draft = Draft.at(unit, call);
    lookup.imports(draft);
    return draft
        .insertBefore(loop, lookup.type() + " " + map + " = new HashMap<>();")
        .replace(call, helper + "(" + arguments + ", " + map + ")")
        .addMember(
            caller,
            indent
                + lookup.head(helper)
                + "("
                + lookup.parameters()
                + ", "
                + lookup.type()
                + " "
                + map
                + ")"
                + lookup.throwsClause()
                + " "
                + lookup.body(indent, map, name + "(" + lookup.arguments() + ")"))
        .as("remember results of " + name + " over the loop");
  }
}
