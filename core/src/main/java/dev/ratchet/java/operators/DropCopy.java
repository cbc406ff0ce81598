package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the original where a copy of it is only read. */
final class DropCopy implements EfficiencyOperator {
  private static final Set<String> COPIES = Set.of("ArrayList", "LinkedList", "HashSet", "HashMap");

  @Override
  public String name() {
    return "drop-copy";
  }

  @Override
  public String why() {
    return "A copy that nobody changes is the same as the original";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    List<Rewrite> found = new ArrayList<>();
    Locals.in(unit)
        .filter(l -> l.isNeverAssigned() && !l.isUsedInLambda())
        .forEach(l -> shared(unit, program, l).ifPresent(found::add));
    for (ForEachStmt loop : unit.tree().findAll(ForEachStmt.class)) {
      original(loop.getIterable())
          .filter(
              source ->
                  program.purity().isUntouched(source, program.purity().effects(loop.getBody())))
          .flatMap(source -> instead(unit, loop.getIterable(), source))
          .ifPresent(found::add);
    }
    return found;
  }

  /** What an expression copies. */
  private static Optional<Expression> original(Expression e) {
    if (e instanceof ObjectCreationExpr creation
        && COPIES.contains(creation.getType().getNameAsString())
        && creation.getArguments().size() == 1) {
      return Optional.of(creation.getArgument(0)).filter(NameExpr.class::isInstance);
    }
    if (e instanceof MethodCallExpr call && call.getScope().isPresent()) {
      return Trees.isCall(call, "clone", 0)
          ? call.getScope().filter(NameExpr.class::isInstance)
          : copyOf(call);
    }
    return Optional.empty();
  }

  private static Optional<Expression> copyOf(MethodCallExpr call) {
    boolean whole =
        call.getScope().filter(s -> s.toString().equals("Arrays")).isPresent()
            && Trees.isCall(call, "copyOf", 2)
            && call.getArgument(1).toString().equals(call.getArgument(0) + ".length");
    boolean list =
        Trees.isCall(call, "copyOf", 1)
            && call.getScope().filter(s -> s.toString().equals("List")).isPresent();
    return whole || list
        ? Optional.of(call.getArgument(0)).filter(NameExpr.class::isInstance)
        : Optional.empty();
  }

  private static Optional<Rewrite> shared(SourceUnit unit, Program program, Locals l) {
    Optional<Expression> source =
        original(l.initial())
            .filter(s -> program.typeOf(s).filter(t -> isSameKind(t, l.type())).isPresent());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    List<Statement> all = l.scope().getStatements();
    boolean calm =
        all.subList(Trees.position(l.statement()) + 1, all.size()).stream()
            .map(s -> program.purity().effects(s))
            .allMatch(
                effects ->
                    program.purity().isUntouched(source.get(), effects)
                        && !effects.mutated.contains(l.name()));
    boolean kept = l.uses().stream().anyMatch(use -> escapes(use, program));
    return calm && !kept ? instead(unit, l.initial(), source.get()) : Optional.empty();
  }

  private static boolean isSameKind(String source, String copy) {
    String plain = Trees.erased(source);
    return source.equals(copy)
        || copy.equals("var")
        || Trees.erased(copy).equals("Collection") && (plain.equals("List") || plain.equals("Set"))
        || Trees.erased(copy).equals("List") && plain.endsWith("List")
        || Trees.erased(copy).equals("Set") && plain.endsWith("Set");
  }

  /** Whether the object may be kept somewhere by this use. */
  private static boolean escapes(NameExpr use, Program program) {
    Node parent = use.getParentNode().orElse(use);
    boolean argument =
        parent instanceof MethodCallExpr call && call.getScope().filter(s -> s == use).isEmpty();
    return parent instanceof ReturnStmt
        || parent instanceof AssignExpr
        || parent instanceof VariableDeclarator
        || parent instanceof ObjectCreationExpr
        || argument && program.typeOf((Expression) parent).filter(program::isImmutable).isEmpty();
  }

  private static Optional<Rewrite> instead(SourceUnit unit, Expression copy, Expression source) {
    return Draft.at(unit, copy)
        .replace(copy, unit.text(source))
        .as("read " + source + " itself, not a copy");
  }
}
