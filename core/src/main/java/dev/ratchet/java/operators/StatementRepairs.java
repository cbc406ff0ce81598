package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Repairs of statements: one too many, in the wrong order, in the wrong place. */
final class StatementRepairs {
  private StatementRepairs() {}

  static Repair delete() {
    return new Repair(
        "delete-statement",
        "A statement may be one too many",
        (unit, program, found) ->
            unit.tree().findAll(Statement.class).stream()
                .filter(s -> isPlain(s) || isEarlyLeave(s))
                .filter(s -> Trees.inBlock(s).filter(b -> b == s).isPresent())
                .forEach(
                    s ->
                        found.accept(
                            Draft.at(unit, s)
                                .delete(s)
                                .weight(isPlain(s) ? 0.25 : 0.2)
                                .as("delete " + shortened(s)))));
  }

  private static boolean isPlain(Statement s) {
    return s instanceof ExpressionStmt e && !e.getExpression().isVariableDeclarationExpr();
  }

  private static boolean isEarlyLeave(Statement s) {
    return s instanceof IfStmt branch
        && branch.getElseStmt().isEmpty()
        && Trees.single(branch.getThenStmt())
            .filter(t -> t.isReturnStmt() || t.isContinueStmt() || t.isBreakStmt())
            .isPresent();
  }

  private static String shortened(Statement s) {
    String text = s.toString().replaceAll("\\s+", " ");
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  static Repair order() {
    return new Repair(
        "swap-statements",
        "Two neighbours may stand in the wrong order",
        (unit, program, found) -> {
          for (BlockStmt block : unit.tree().findAll(BlockStmt.class)) {
            List<Statement> all = block.getStatements();
            for (int i = 0; i + 1 < all.size(); i++) {
              Statement one = all.get(i);
              Statement next = all.get(i + 1);
              if (isMovable(one) && isMovable(next) && depend(program, one, next)) {
                found.accept(
                    Draft.at(unit, one)
                        .replaceText(one, unit.text(next))
                        .replaceText(next, unit.text(one))
                        .weight(0.35)
                        .as("swap " + shortened(one) + " and " + shortened(next)));
              }
            }
          }
        });
  }

  private static boolean isMovable(Statement s) {
    return isPlain(s) || s instanceof IfStmt;
  }

  /** Whether the order of two statements may matter. */
  private static boolean depend(Program program, Statement one, Statement other) {
    return changed(program, one).stream().anyMatch(Trees.names(other)::contains)
        || changed(program, other).stream().anyMatch(Trees.names(one)::contains);
  }

  private static Set<String> changed(Program program, Statement s) {
    Effects effects = program.purity().effects(s);
    Set<String> names = new HashSet<>(effects.assigned);
    names.addAll(effects.mutated);
    return names;
  }

  static Repair otherwise() {
    return new Repair(
        "missing-else",
        "A second test may be meant only for what the first left over",
        (unit, program, found) -> {
          for (IfStmt second : unit.tree().findAll(IfStmt.class)) {
            int at = Trees.position(second);
            if (at > 0
                && Trees.siblings(second).get(at - 1) instanceof IfStmt first
                && first.getElseStmt().isEmpty()
                && !isEarlyLeave(first)) {
              int start = unit.start(second);
              found.accept(
                  Draft.at(unit, second)
                      .replaceText(start, start, "else ")
                      .weight(0.4)
                      .as("else before " + shortened(second)));
            }
          }
        });
  }

  static Repair leave() {
    return new Repair(
        "break-or-continue",
        "Leaving a loop and going on with it are easily confused",
        (unit, program, found) ->
            Stream.<Statement>concat(
                    unit.tree().findAll(BreakStmt.class).stream(),
                    unit.tree().findAll(ContinueStmt.class).stream())
                .filter(s -> !Trees.loopsAround(s).isEmpty())
                .forEach(
                    s -> {
                      String now = s instanceof BreakStmt ? "break" : "continue";
                      String then = s instanceof BreakStmt ? "continue" : "break";
                      found.accept(
                          Draft.at(unit, s)
                              .replaceText(s, unit.text(s).replace(now, then))
                              .weight(0.4)
                              .as(now + " becomes " + then));
                    }));
  }

  static Repair intoLoop() {
    return new Repair(
        "move-into-loop",
        "A variable may have to begin anew in each turn",
        (unit, program, found) -> Locals.in(unit).forEach(l -> found.accept(moved(unit, l))));
  }

  private static Optional<Rewrite> moved(SourceUnit unit, Locals l) {
    List<Statement> after =
        l.scope().getStatements().stream()
            .filter(s -> s != l.statement() && !Trees.uses(s, l.name()).isEmpty())
            .toList();
    boolean fits =
        after.size() == 1
            && Trees.isLoop(after.get(0))
            && Trees.body(after.get(0)) instanceof BlockStmt body
            && !body.getStatements().isEmpty()
            && Trees.uses(body, l.name()).size() == Trees.uses(after.get(0), l.name()).size();
    if (!fits) {
      return Optional.empty();
    }
    BlockStmt body = (BlockStmt) Trees.body(after.get(0));
    return Draft.at(unit, l.statement())
        .insertBefore(body.getStatement(0), unit.text(l.statement()))
        .delete(l.statement())
        .weight(0.4)
        .as("declare " + l.name() + " within the loop");
  }

  static Repair outOfLoop() {
    return new Repair(
        "move-out-of-loop",
        "The last step of a loop may be meant to come once after it",
        (unit, program, found) ->
            unit.tree()
                .findAll(Statement.class, Trees::isLoop)
                .forEach(loop -> found.accept(lastAfter(unit, program, loop))));
  }

  private static Optional<Rewrite> lastAfter(SourceUnit unit, Program program, Statement loop) {
    if (!(Trees.body(loop) instanceof BlockStmt body)
        || body.getStatements().size() < 2
        || Trees.inBlock(loop).filter(s -> s == loop).isEmpty()) {
      return Optional.empty();
    }
    Statement last = body.getStatement(body.getStatements().size() - 1);
    Set<String> inner = program.purity().effects(loop).assigned;
    boolean isReturn = last.isReturnStmt();
    boolean own =
        Trees.names(last).stream().anyMatch(n -> inner.contains(n) && !isOutside(program, n, loop));
    if (own || !isReturn && !isPlain(last)) {
      return Optional.empty();
    }
    Draft draft = Draft.at(unit, last).delete(last).weight(isReturn ? 0.6 : 0.25);
    List<Statement> siblings = Trees.siblings(loop);
    int next = Trees.position(loop) + 1;
    if (isReturn && next < siblings.size()) {
      draft.replaceText(siblings.get(next), unit.text(last));
    } else {
      draft.insertAfter(loop, unit.text(last));
    }
    return draft.as("move " + shortened(last) + " behind the loop");
  }

  private static boolean isOutside(Program program, String name, Node loop) {
    return program.typing().binding(name, loop).isPresent();
  }
}
