package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps a result that is computed again nearby with the same operands. */
final class ReuseResult implements EfficiencyOperator {
  private static final int WORTH_IT = 4;
  private static final int HEAVY = 30;

  @Override
  public String name() {
    return "reuse-result";
  }

  @Override
  public String why() {
    return "The same pure computation with the same operands gives the same result";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    List<Rewrite> found = new ArrayList<>();
    for (BlockStmt block : unit.tree().findAll(BlockStmt.class)) {
      Map<Expression, List<Expression>> same = new LinkedHashMap<>();
      for (Statement statement : block.getStatements()) {
        candidates(statement, program)
            .forEach(e -> same.computeIfAbsent(e, x -> new ArrayList<>()).add(e));
      }
      same.values().stream()
          .filter(all -> all.size() > 1)
          .forEach(all -> reused(unit, program, block, all).ifPresent(found::add));
    }
    return found;
  }

  private static List<Expression> candidates(Statement statement, Program program) {
    return statement.findAll(
        Expression.class,
        e ->
            (e instanceof MethodCallExpr || e instanceof BinaryExpr)
                && Trees.callStatement(e instanceof MethodCallExpr ? e : statement).isEmpty()
                && Work.of(e, program) >= WORTH_IT
                && program.purity().isPure(e)
                && HoistInvariant.isShareable(e, program));
  }

  private static Optional<Rewrite> reused(
      SourceUnit unit, Program program, BlockStmt block, List<Expression> all) {
    Expression first = all.get(0);
    List<Statement> statements = block.getStatements();
    int from = indexOf(statements, first);
    List<Expression> usable = new ArrayList<>(List.of(first));
    for (Expression e : all.subList(1, all.size())) {
      int to = indexOf(statements, e);
      if (isUntouched(program, first, statements.subList(from, to + 1))) {
        usable.add(e);
      }
    }
    Statement start = statements.get(from);
    boolean fits =
        usable.size() > 1
            && !hasOwnScope(first, start, program)
            && (Trees.isUnconditional(first, start)
                || !Work.isRisky(first, program)
                || usable.stream()
                    .anyMatch(
                        e -> Trees.isUnconditional(e, start) && indexOf(statements, e) == from));
    if (!fits) {
      return Optional.empty();
    }
    return already(unit, first, usable).or(() -> kept(unit, program, first, usable, start));
  }

  private static int indexOf(List<Statement> statements, Node node) {
    for (int i = 0; i < statements.size(); i++) {
      if (Trees.contains(statements.get(i), node)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isUntouched(Program program, Expression e, List<Statement> between) {
    return between.stream()
        .allMatch(s -> program.purity().isUntouched(e, program.purity().effects(s)));
  }

  /** Whether a name in the expression is declared within the statement. */
  private static boolean hasOwnScope(Expression e, Statement start, Program program) {
    return e.findAll(NameExpr.class).stream()
        .anyMatch(
            name ->
                program
                    .typing()
                    .binding(name.getNameAsString(), name)
                    .filter(b -> Trees.contains(start, b.declaration()))
                    .isPresent());
  }

  /** The first computation may already be the value of a variable that keeps it. */
  private static Optional<Rewrite> already(
      SourceUnit unit, Expression first, List<Expression> usable) {
    if (!(first.getParentNode().orElse(first) instanceof VariableDeclarator v)) {
      return Optional.empty();
    }
    Optional<Statement> statement = Trees.inBlock(first);
    boolean constant =
        Trees.around(first, BlockStmt.class)
            .filter(b -> Trees.uses(b, v.getNameAsString()).stream().noneMatch(Trees::isTarget))
            .isPresent();
    if (!constant || statement.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = Draft.at(unit, first);
    usable.subList(1, usable.size()).forEach(e -> draft.replace(e, v.getNameAsString()));
    return draft.as("use " + v.getNameAsString() + " again");
  }

  private static Optional<Rewrite> kept(
      SourceUnit unit,
      Program program,
      Expression first,
      List<Expression> usable,
      Statement start) {
    String name = Trees.fresh(unit, HoistInvariant.nameFor(first));
    String type = program.typeOf(first).orElse("var");
    Draft draft = Draft.at(unit, first);
    draft.insertBefore(start, type + " " + name + " = " + unit.text(first) + ";");
    usable.forEach(e -> draft.replace(e, name));
    double weight = Work.of(first, program) >= HEAVY ? 1 : 0.4;
    return draft.weight(weight).as("compute " + HoistInvariant.shortened(first) + " once");
  }
}
