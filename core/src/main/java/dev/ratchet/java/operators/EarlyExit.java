package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.UnaryExpr.Operator;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.ratchet.java.operators.Typing.Binding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leaves a loop as soon as what it finds out can no longer change. */
final class EarlyExit implements EfficiencyOperator {
  @Override
  public String name() {
    return "early-exit";
  }

  @Override
  public String why() {
    return "A loop whose result is settled does the rest of its turns for nothing";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    List<Rewrite> found = new ArrayList<>();
    for (Statement loop : unit.tree().findAll(Statement.class, Trees::isLoop)) {
      exit(unit, program, loop).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Rewrite> exit(SourceUnit unit, Program program, Statement loop) {
    Optional<Binding> result = onlyResult(program, loop);
    if (result.isEmpty() || leaves(loop)) {
      return Optional.empty();
    }
    String name = result.get().name();
    Optional<String> settled =
        result.get().type().equals("boolean")
            ? constant(loop, name).map(value -> value ? name : "!" + name)
            : firstFound(loop, name).or(() -> countedEnough(loop, result.get()));
    return settled.filter(test -> !hasExit(loop, test)).flatMap(test -> rewrite(unit, loop, test));
  }

  /** The only variable from outside that a loop changes, when it does nothing else. */
  private static Optional<Binding> onlyResult(Program program, Statement loop) {
    Effects effects = program.purity().effects(loop);
    Set<String> outside = new HashSet<>(effects.assigned);
    outside.removeAll(declared(loop));
    Set<String> mutated = new HashSet<>(effects.mutated);
    mutated.removeAll(declared(loop));
    boolean single =
        outside.size() == 1
            && mutated.isEmpty()
            && effects.fieldsWritten.isEmpty()
            && !effects.unknown;
    return single
        ? program
            .typing()
            .binding(outside.iterator().next(), loop)
            .filter(b -> b.kind() == Binding.Kind.LOCAL)
        : Optional.empty();
  }

  private static Set<String> declared(Statement loop) {
    Set<String> names = new HashSet<>();
    loop.findAll(com.github.javaparser.ast.body.VariableDeclarator.class)
        .forEach(v -> names.add(v.getNameAsString()));
    return names;
  }

  private static boolean leaves(Statement loop) {
    return loop.findFirst(ReturnStmt.class).isPresent()
        || loop.findFirst(ThrowStmt.class).isPresent()
        || loop.findFirst(
                com.github.javaparser.ast.stmt.BreakStmt.class, b -> b.getLabel().isPresent())
            .isPresent()
        || loop.findFirst(
                com.github.javaparser.ast.stmt.ContinueStmt.class, c -> c.getLabel().isPresent())
            .isPresent();
  }

  /** The value that a flag can only change to. */
  private static Optional<Boolean> constant(Statement loop, String name) {
    Set<Boolean> values = new HashSet<>();
    for (AssignExpr assign : assignments(loop, name)) {
      Optional<Boolean> value = value(assign, name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
  }

  private static List<AssignExpr> assignments(Statement loop, String name) {
    return loop.findAll(AssignExpr.class, a -> Trees.isName(a.getTarget(), name));
  }

  private static Optional<Boolean> value(AssignExpr assign, String name) {
    Expression value = Trees.bare(assign.getValue());
    return switch (assign.getOperator()) {
      case BINARY_AND -> Optional.of(false);
      case BINARY_OR -> Optional.of(true);
      case ASSIGN -> {
        if (value instanceof BooleanLiteralExpr literal) {
          yield Optional.of(literal.getValue());
        }
        if (value instanceof BinaryExpr binary && startsWith(binary, name)) {
          yield Optional.of(binary.getOperator() == BinaryExpr.Operator.OR);
        }
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static boolean startsWith(BinaryExpr binary, String name) {
    boolean connective =
        binary.getOperator() == BinaryExpr.Operator.OR
            || binary.getOperator() == BinaryExpr.Operator.AND;
    return connective
        && (Trees.isName(binary.getLeft(), name) || Trees.isName(binary.getRight(), name));
  }

  /** The test that something was found, where only the first find is kept. */
  private static Optional<String> firstFound(Statement loop, String name) {
    List<AssignExpr> all = assignments(loop, name);
    if (all.size() != 1 || all.get(0).getOperator() != AssignExpr.Operator.ASSIGN) {
      return Optional.empty();
    }
    Optional<BinaryExpr> test =
        loop.findFirst(
            BinaryExpr.class,
            b ->
                b.getOperator() == BinaryExpr.Operator.EQUALS
                    && Trees.isName(b.getLeft(), name)
                    && (b.getRight().isNullLiteralExpr() || b.getRight().toString().equals("-1"))
                    && guards(b, all.get(0)));
    return test.map(b -> name + " != " + b.getRight());
  }

  private static boolean guards(Expression test, Node inner) {
    return Trees.around(inner, com.github.javaparser.ast.stmt.IfStmt.class)
        .filter(branch -> Trees.contains(branch.getThenStmt(), inner))
        .filter(branch -> isClause(test, branch.getCondition()) || guards(test, branch))
        .isPresent();
  }

  private static boolean isClause(Expression test, Expression condition) {
    Expression bare = Trees.bare(condition);
    return bare == test
        || bare instanceof BinaryExpr b
            && b.getOperator() == BinaryExpr.Operator.AND
            && (isClause(test, b.getLeft()) || isClause(test, b.getRight()));
  }

  /** The test that a count is beyond all numbers it will be compared with. */
  private static Optional<String> countedEnough(Statement loop, Binding count) {
    String name = count.name();
    Optional<BlockStmt> block = Trees.around(count.declaration(), BlockStmt.class);
    boolean counts =
        Trees.uses(loop, name).stream().allMatch(EarlyExit::isIncrement)
            && count.initial().filter(e -> Trees.isInt(e, 0)).isPresent();
    if (!counts || block.isEmpty()) {
      return Optional.empty();
    }
    int highest = -1;
    for (NameExpr use : Trees.uses(block.get(), name)) {
      if (Trees.contains(loop, use)) {
        continue;
      }
      Node parent = use.getParentNode().orElse(use);
      if (!(parent instanceof BinaryExpr b)
          || !isComparison(b)
          || b.getLeft() != use
          || !b.getRight().isIntegerLiteralExpr()) {
        return Optional.empty();
      }
      highest = Math.max(highest, b.getRight().asIntegerLiteralExpr().asNumber().intValue());
    }
    return highest < 0 ? Optional.empty() : Optional.of(name + " > " + highest);
  }

  private static boolean isIncrement(NameExpr use) {
    return use.getParentNode().orElse(use) instanceof UnaryExpr u
        && (u.getOperator() == Operator.POSTFIX_INCREMENT
            || u.getOperator() == Operator.PREFIX_INCREMENT)
        && u.getParentNode().orElse(u) instanceof Statement;
  }

  private static boolean isComparison(BinaryExpr b) {
    return switch (b.getOperator()) {
      case EQUALS, NOT_EQUALS, LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> true;
      default -> false;
    };
  }

  private static boolean hasExit(Statement loop, String test) {
    String negated = test.startsWith("!") ? test.substring(1) : "!" + test;
    String head = loop.toString().replace(Trees.body(loop).toString(), "");
    return head.contains(negated)
        || loop.findAll(com.github.javaparser.ast.stmt.IfStmt.class).stream()
            .anyMatch(branch -> branch.getCondition().toString().equals(test))
        || loop.findFirst(com.github.javaparser.ast.stmt.BreakStmt.class)
            .filter(b -> Trees.loopsAround(b).get(0) == loop)
            .isPresent();
  }

  private static Optional<Rewrite> rewrite(SourceUnit unit, Statement loop, String test) {
    Statement body = Trees.body(loop);
    String exit = "if (" + test + ") {\n" + unit.step() + "break;\n}";
    Draft draft = Draft.at(unit, loop);
    if (body instanceof BlockStmt block && !block.getStatements().isEmpty()) {
      Statement last = block.getStatements().get(block.getStatements().size() - 1);
      draft.insertAfter(last, exit);
    } else {
      String indent = unit.indent(loop);
      draft.replaceText(
          body,
          "{\n"
              + indent
              + unit.step()
              + unit.text(body)
              + "\n"
              + indent
              + unit.step()
              + exit.replace("\n", "\n" + indent + unit.step())
              + "\n"
              + indent
              + "}");
    }
    return draft.as("leave the loop when " + test);
  }
}
