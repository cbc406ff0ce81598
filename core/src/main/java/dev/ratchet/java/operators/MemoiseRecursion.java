package dev.ratchet.java.operators;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a pure recursive method a map of answers that lives as long as its outermost call. */
final class MemoiseRecursion implements EfficiencyOperator {
  @Override
  public String name() {
    return "memoise-recursion";
  }

  @Override
  public String why() {
    return "A pure method that calls itself several times answers the same question again and again";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return unit.tree().findAll(MethodDeclaration.class).stream()
        .filter(m -> m.getBody().isPresent() && program.purity().isPure(m))
        .flatMap(m -> memoised(unit, program, m).stream())
        .toList();
  }

  private static Optional<Rewrite> memoised(SourceUnit unit, Program program, MethodDeclaration m) {
    List<MethodCallExpr> calls =
        m.findAll(
            MethodCallExpr.class,
            call -> {
              List<MethodDeclaration> targets = program.targets(call);
              return targets.size() == 1 && targets.get(0) == m;
            });
    boolean branches =
        calls.size() > 1 || calls.stream().anyMatch(c -> !Trees.loopsAround(c).isEmpty());
    boolean known =
        calls.stream().allMatch(c -> c.getScope().isEmpty() || c.getScope().get().isThisExpr());
    if (!branches || !known) {
      return Optional.empty();
    }
    List<Parameter> keys = new ArrayList<>();
    for (int i = 0; i < m.getParameters().size(); i++) {
      if (!isHandedOn(m, i, calls)) {
        keys.add(m.getParameter(i));
      }
    }
    return Lookup.of(unit, program, m, keys).flatMap(l -> rewrite(unit, m, calls, l));
  }

  private static boolean isHandedOn(MethodDeclaration m, int index, List<MethodCallExpr> calls) {
    String name = m.getParameter(index).getNameAsString();
    return calls.stream().allMatch(call -> Trees.isName(call.getArgument(index), name))
        && Trees.uses(m, name).stream().noneMatch(Trees::isTarget);
  }

  private static Optional<Rewrite> rewrite(
      SourceUnit unit, MethodDeclaration m, List<MethodCallExpr> calls, Lookup lookup) {
    String indent = unit.indent(m);
    String known = Trees.fresh(unit, "known");
    String lookingUp = Trees.fresh(unit, m.getNameAsString() + "Known");
    String computing = Trees.fresh(unit, m.getNameAsString() + "Anew");
    String parameters = "(" + lookup.parameters() + ", " + lookup.type() + " " + known + ")";
    String arguments = "(" + lookup.arguments() + ", " + known + ")";
    List<Splice> inner = new ArrayList<>();
    for (MethodCallExpr call : calls) {
      int from = unit.start(call.getName());
      inner.add(new Splice(from, unit.end(call.getName()), lookingUp, false));
      inner.add(new Splice(unit.end(call) - 1, unit.end(call) - 1, ", " + known, false));
    }
    BlockStmt body = m.getBody().orElseThrow();
    String end = lookup.throwsClause() + " ";
    Draft draft = Draft.at(unit, m);
    lookup.imports(draft);
    return draft
        .replaceText(
            body,
            "{\n"
                + indent
                + unit.step()
                + "return "
                + lookingUp
                + "("
                + lookup.arguments()
                + ", new HashMap<>());\n"
                + indent
                + "}")
        .addMember(
            m,
            indent
                + lookup.head(lookingUp)
                + parameters
                + end
                + lookup.body(indent, known, computing + arguments))
        .addMember(
            m,
            indent + lookup.head(computing) + parameters + end + Trees.spliced(unit, body, inner))
        .weight(calls.size() > 1 ? 1 : 0.8)
        .as("memoise " + m.getNameAsString());
  }
}
