package dev.ratchet.java.operators;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves a test that ends the work before work that it does not need. */
final class GuardFirst implements EfficiencyOperator {
  private static final int WORTH_IT = 3;

  @Override
  public String name() {
    return "guard-first";
  }

  @Override
  public String why() {
    return "What is computed before leaving is computed for nothing";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return unit.tree().findAll(IfStmt.class).stream()
        .flatMap(guard -> moved(unit, program, guard).stream())
        .toList();
  }

  private static boolean leaves(IfStmt guard) {
    return guard.getElseStmt().isEmpty()
        && Trees.single(guard.getThenStmt())
            .filter(
                s -> s instanceof ReturnStmt || s instanceof ContinueStmt || s instanceof BreakStmt)
            .isPresent();
  }

  private static Optional<Rewrite> moved(SourceUnit unit, Program program, IfStmt guard) {
    if (!leaves(guard)
        || Trees.inBlock(guard).isEmpty()
        || !program.purity().isPure(guard.getCondition())) {
      return Optional.empty();
    }
    List<Statement> siblings = Trees.siblings(guard);
    int at = Trees.position(guard);
    int to = at;
    int saved = 0;
    while (to > 0 && isIdle(siblings.get(to - 1), guard, program)) {
      to--;
      boolean loops = siblings.get(to).findFirst(Statement.class, Trees::isLoop).isPresent();
      saved += Work.of(siblings.get(to), program) + (loops ? WORTH_IT : 0);
    }
    return saved >= WORTH_IT
        ? Draft.at(unit, guard)
            .insertBefore(
                siblings.get(to), unit.text(guard).replace("\n" + unit.indent(guard), "\n"))
            .delete(guard)
            .as("test " + HoistInvariant.shortened(guard.getCondition()) + " before the work")
        : Optional.empty();
  }

  /** Whether a statement only fills variables of its own that the guard does not read. */
  private static boolean isIdle(Statement before, IfStmt guard, Program program) {
    Set<String> read = Trees.names(guard);
    Effects effects = program.purity().effects(before);
    List<String> own = new ArrayList<>();
    before.findAll(VariableDeclarator.class).forEach(v -> own.add(v.getNameAsString()));
    boolean leaves =
        before.findFirst(ReturnStmt.class).isPresent()
            || before.findFirst(BreakStmt.class).isPresent()
            || before.findFirst(ContinueStmt.class).isPresent()
            || before.findFirst(com.github.javaparser.ast.stmt.ThrowStmt.class).isPresent();
    boolean local =
        effects.fieldsWritten.isEmpty()
            && !effects.unknown
            && effects.assigned.stream().allMatch(n -> own.contains(n) || isLaterLocal(n, guard))
            && effects.mutated.stream().allMatch(n -> own.contains(n) || isLaterLocal(n, guard));
    return local
        && !leaves
        && effects.assigned.stream().noneMatch(read::contains)
        && effects.mutated.stream().noneMatch(read::contains);
  }

  /** Whether a name is declared in the same list of statements, so that leaving forgets it. */
  private static boolean isLaterLocal(String name, IfStmt guard) {
    return Trees.siblings(guard).stream()
        .anyMatch(s -> Trees.declared(s).filter(v -> v.getNameAsString().equals(name)).isPresent());
  }
}
