package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out what is computed or collected and never looked at. */
final class DropUnused implements EfficiencyOperator {
  private static final List<String> FILLING =
      List.of("add", "put", "addAll", "push", "append", "addFirst", "addLast", "offer");

  @Override
  public String name() {
    return "drop-unused";
  }

  @Override
  public String why() {
    return "Nobody misses a result that nobody reads";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    List<Rewrite> found = new ArrayList<>();
    Locals.in(unit)
        .filter(l -> program.purity().isPure(l.initial()))
        .forEach(l -> dropped(unit, program, l).ifPresent(found::add));
    return found;
  }

  private static Optional<Rewrite> dropped(SourceUnit unit, Program program, Locals l) {
    List<Statement> writes = new ArrayList<>();
    for (NameExpr use : l.uses()) {
      Optional<Statement> write = write(use, l, program);
      if (write.isEmpty()) {
        return Optional.empty();
      }
      if (writes.stream().noneMatch(w -> w == write.get())) {
        writes.add(write.get());
      }
    }
    boolean worth = !writes.isEmpty() || Work.of(l.initial(), program) > 0;
    if (!worth) {
      return Optional.empty();
    }
    Draft draft = Draft.at(unit, l.statement()).delete(l.statement());
    writes.forEach(draft::delete);
    return draft.as("leave out " + l.name() + ", which nobody reads");
  }

  /** The statement that only writes to the variable, if this use is in one. */
  private static Optional<Statement> write(NameExpr use, Locals l, Program program) {
    Node parent = use.getParentNode().orElse(use);
    if (parent instanceof AssignExpr assign
        && assign.getTarget() == use
        && assign.getParentNode().orElse(assign) instanceof ExpressionStmt s
        && program.purity().isPure(assign.getValue())) {
      return Trees.inBlock(s);
    }
    if (parent instanceof com.github.javaparser.ast.expr.UnaryExpr unary
        && Trees.isTarget(use)
        && unary.getParentNode().orElse(unary) instanceof ExpressionStmt s) {
      return Trees.inBlock(s);
    }
    boolean collection =
        l.initial().isObjectCreationExpr()
            && !l.type().equals("?")
            && program.type(l.type()).isEmpty();
    Optional<MethodCallExpr> fill =
        Trees.callOn(use)
            .flatMap(Trees::callStatement)
            .filter(c -> FILLING.contains(c.getNameAsString()))
            .filter(
                c ->
                    c.getArguments().stream()
                        .allMatch((Expression a) -> program.purity().isPure(a)));
    return collection ? fill.flatMap(Trees::inBlock) : Optional.empty();
  }
}
