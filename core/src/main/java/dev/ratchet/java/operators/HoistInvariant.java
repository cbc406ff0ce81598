package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes once before a loop what has the same value in each of its turns. */
final class HoistInvariant implements EfficiencyOperator {
  private static final int WORTH_IT = 2;
  private static final int HEAVY = 6;

  @Override
  public String name() {
    return "hoist-invariant";
  }

  @Override
  public String why() {
    return "What does not change in a loop need be computed only once before it";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    List<Rewrite> found = new ArrayList<>();
    Map<Statement, Effects> effects = new IdentityHashMap<>();
    Map<Node, List<Expression>> done = new IdentityHashMap<>();
    for (Expression e : unit.tree().findAll(Expression.class, HoistInvariant::isCandidate)) {
      if (Work.of(e, program) < WORTH_IT || !isShareable(e, program)) {
        continue;
      }
      outermost(e, program, effects)
          .or(() -> outOfLambda(e, program))
          .filter(loop -> isFirst(done, loop, e))
          .flatMap(loop -> hoisted(unit, program, e, loop))
          .ifPresent(found::add);
    }
    return found;
  }

  private static boolean isCandidate(Expression e) {
    return e instanceof MethodCallExpr
        || e instanceof BinaryExpr && !(e.getParentNode().orElse(e) instanceof BinaryExpr);
  }

  /** The statement before which a lambda's expression may stand, if the lambda runs repeatedly. */
  private static Optional<Statement> outOfLambda(Expression e, Program program) {
    Optional<LambdaExpr> lambda =
        Trees.around(e, LambdaExpr.class).filter(l -> Streams.caller(l).isPresent());
    return lambda
        .flatMap(Trees::inBlock)
        .filter(
            s ->
                isInvariant(e, s, program.purity().effects(s), program)
                    && (!Work.isRisky(e, program)
                        || isCall(e, program)
                            && Trees.isUnconditional(e, lambda.get())
                            && Trees.isUnconditional(lambda.get(), s)));
  }

  /** Whether all turns may use the same object, should it be one. */
  static boolean isShareable(Expression e, Program program) {
    if (program.typeOf(e).filter(program::isImmutable).isPresent()) {
      return true;
    }
    Node parent = e.getParentNode().orElse(e);
    return parent instanceof ForEachStmt each && each.getIterable() == e && isOfValues(e, program)
        || parent instanceof ArrayAccessExpr access && !isTarget(access)
        || parent instanceof FieldAccessExpr field && field.getNameAsString().equals("length")
        || parent instanceof MethodCallExpr call
            && call.getScope().filter(s -> s == e).isPresent()
            && program.purity().isPure(call)
            && program.typeOf(call).filter(program::isImmutable).isPresent();
  }

  /** Whether going through the elements can change none of them. */
  private static boolean isOfValues(Expression e, Program program) {
    return program.typeOf(e).map(Typing::element).filter(program::isImmutable).isPresent();
  }

  private static boolean isTarget(ArrayAccessExpr access) {
    Node parent = access.getParentNode().orElse(access);
    return parent instanceof com.github.javaparser.ast.expr.AssignExpr
        || parent instanceof com.github.javaparser.ast.expr.UnaryExpr;
  }

  private static Optional<Statement> outermost(
      Expression e, Program program, Map<Statement, Effects> known) {
    Optional<Statement> best = Optional.empty();
    for (Statement loop : Trees.loopsAround(e)) {
      Effects effects = known.computeIfAbsent(loop, l -> program.purity().effects(l));
      if (!isInvariant(e, loop, effects, program)) {
        break;
      }
      boolean safe =
          Trees.isUnconditional(e, loop) || !Work.isRisky(e, program) || isCall(e, program);
      if (safe && Trees.inBlock(loop).isPresent()) {
        best = Optional.of(loop);
      }
    }
    return best;
  }

  private static boolean isCall(Expression e, Program program) {
    return e instanceof MethodCallExpr call && !program.targets(call).isEmpty();
  }

  static boolean isInvariant(Expression e, Statement loop, Effects effects, Program program) {
    boolean outside =
        e.findAll(NameExpr.class).stream()
            .allMatch(
                name ->
                    program
                        .typing()
                        .binding(name.getNameAsString(), name)
                        .map(b -> !Trees.contains(loop, b.declaration()))
                        .orElse(true));
    return outside && hasVariable(e) && program.purity().isUntouched(e, effects);
  }

  private static boolean hasVariable(Expression e) {
    return e.findFirst(NameExpr.class).isPresent() || e.findFirst(MethodCallExpr.class).isPresent();
  }

  private static boolean isFirst(Map<Node, List<Expression>> done, Statement loop, Expression e) {
    List<Expression> before = done.computeIfAbsent(loop, l -> new ArrayList<>());
    boolean covered = before.stream().anyMatch(b -> b.equals(e) || Trees.contains(b, e));
    before.add(e);
    return !covered;
  }

  private static Optional<Rewrite> hoisted(
      SourceUnit unit, Program program, Expression e, Statement loop) {
    String name = Trees.fresh(unit, nameFor(e));
    String type = program.typeOf(e).orElse("var");
    Draft draft = Draft.at(unit, e);
    draft.insertBefore(
        Trees.inBlock(loop).orElseThrow(), type + " " + name + " = " + unit.text(e) + ";");
    for (Expression same : loop.findAll(Expression.class, x -> x.equals(e))) {
      boolean repeated = Trees.loopsAround(same).stream().anyMatch(l -> l == loop);
      if (repeated || same == e || !Trees.isLoop(loop)) {
        draft.replace(same, name);
      }
    }
    int work = Work.of(e, program);
    double weight = work >= HEAVY ? 1 : 0.4;
    return draft.weight(weight).as("compute " + shortened(e) + " before the loop");
  }

  static String shortened(Expression e) {
    String text = e.toString().replaceAll("\\s+", " ");
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  /** A name that says what is in a variable for this expression. */
  static String nameFor(Expression e) {
    if (e.getParentNode().orElse(e) instanceof VariableDeclarator v) {
      return v.getNameAsString() + "Once";
    }
    if (e instanceof MethodCallExpr call) {
      String name = call.getNameAsString().replaceFirst("^get(?=[A-Z])", "");
      String scope =
          call.getScope()
              .filter(NameExpr.class::isInstance)
              .map(s -> s.asNameExpr().getNameAsString())
              .filter(s -> Character.isLowerCase(s.charAt(0)))
              .orElse("");
      String joined = scope.isEmpty() ? name : scope + Trees.capital(name);
      return Character.toLowerCase(joined.charAt(0)) + joined.substring(1) + "Value";
    }
    return "fixedValue";
  }
}
