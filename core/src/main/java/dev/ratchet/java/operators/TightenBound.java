package dev.ratchet.java.operators;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets searches for divisors end at the square root. */
final class TightenBound implements EfficiencyOperator {
  @Override
  public String name() {
    return "tighten-bound";
  }

  @Override
  public String why() {
    return "A number that has a divisor has one not above its square root";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    return unit.tree().findAll(ForStmt.class).stream()
        .flatMap(loop -> Stream.of(search(unit, program, loop), factors(unit, program, loop)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Rewrite> search(SourceUnit unit, Program program, ForStmt loop) {
    return Divisors.of(loop, program)
        .filter(d -> d.isComplete(unit) && startsLowEnough(d, loop))
        .flatMap(d -> bounded(unit, d.count(), d.number()).as("stop at the square root"));
  }

  private static boolean startsLowEnough(Divisors d, ForStmt loop) {
    Expression from = d.count().from();
    boolean evenDone = Trees.method(loop).filter(m -> isEvenTested(m, d.number())).isPresent();
    return Trees.isInt(from, 2) && d.count().step() == 1
        || Trees.isInt(from, 3) && d.count().step() <= 2 && evenDone;
  }

  static boolean isEvenTested(MethodDeclaration method, String number) {
    return method
        .findFirst(
            BinaryExpr.class,
            b ->
                b.getOperator() == BinaryExpr.Operator.REMAINDER
                    && Trees.isName(b.getLeft(), number)
                    && Trees.isInt(b.getRight(), 2))
        .isPresent();
  }

  private static Draft bounded(SourceUnit unit, Counting count, String number) {
    String name = count.variable();
    return Draft.at(unit, count.loop())
        .replace(count.compare(), name + " <= " + number + " / " + name);
  }

  /** A loop that divides each factor out: what is left above the root is the last factor. */
  private static Optional<Rewrite> factors(SourceUnit unit, Program program, ForStmt loop) {
    Optional<Counting> counting =
        Counting.of(loop).filter(c -> c.isPlain() && Trees.isInt(c.from(), 2));
    Optional<Statement> only = Trees.single(loop.getBody());
    if (counting.isEmpty()
        || only.isEmpty()
        || !(only.get() instanceof WhileStmt inner)
        || Trees.inBlock(loop).isEmpty()) {
      return Optional.empty();
    }
    Counting count = counting.get();
    Optional<String> divided = Divisors.divided(inner.getCondition(), count.variable());
    List<Statement> steps = new ArrayList<>(Trees.statements(inner.getBody()));
    boolean fits =
        divided.isPresent()
            && count.compare().getOperator() == BinaryExpr.Operator.LESS_EQUALS
            && Trees.isName(count.compare().getRight(), divided.get())
            && sameType(program, count, divided.get())
            && steps.removeIf(s -> isDivision(s, divided.get(), count.variable()))
            && steps.size() == 1
            && Trees.expression(steps.get(0)).isPresent();
    return fits ? rest(unit, count, divided.get(), steps.get(0)) : Optional.empty();
  }

  private static boolean sameType(Program program, Counting count, String number) {
    return program
        .typing()
        .binding(number, count.loop())
        .filter(b -> b.type().equals(count.type()))
        .isPresent();
  }

  private static boolean isDivision(Statement statement, String number, String factor) {
    if (!(Trees.expression(statement).orElse(null) instanceof AssignExpr assign)
        || !Trees.isName(assign.getTarget(), number)) {
      return false;
    }
    Expression value = assign.getValue();
    return assign.getOperator() == AssignExpr.Operator.DIVIDE
        ? Trees.isName(value, factor)
        : value instanceof BinaryExpr b
            && b.getOperator() == BinaryExpr.Operator.DIVIDE
            && Trees.isName(b.getLeft(), number)
            && Trees.isName(b.getRight(), factor);
  }

  private static Optional<Rewrite> rest(
      SourceUnit unit, Counting count, String number, Statement step) {
    List<Splice> names =
        Trees.uses(step, count.variable()).stream()
            .map(n -> new Splice(unit.start(n), unit.end(n), number, true))
            .toList();
    String last = Trees.spliced(unit, step, names);
    return bounded(unit, count, number)
        .insertAfter(count.loop(), "if (" + number + " > 1) {\n" + unit.step() + last + "\n}")
        .as("stop at the square root, what is left is the last factor");
  }
}
