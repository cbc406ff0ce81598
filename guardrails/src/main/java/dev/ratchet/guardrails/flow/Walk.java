package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.flow.Terms.Variable;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Interruption;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through a body in the order in which it runs. Rules call it. */
public final class Walk {
  /** The way of a result that is put into a local variable. */
  static final String KEPT = "kept";

  private final Meaning meaning;
  private final Terms terms;
  private final Recorder record;
  private final Loosening loosening = new Loosening();
  private final Expressions expressions;
  private final Form form;
  private boolean isHelper;
  private String returns = "return";
  private int gatheredUnder;
  private List<GuardCall> gathered = List.of();

  private Walk(Meaning meaning, Form form) {
    this.meaning = meaning;
    this.form = form;
    this.terms = new Terms(meaning);
    this.record = new Recorder(meaning, form);
    this.expressions = new Expressions(meaning, terms, record, loosening, this);
  }

  /** Returns what happens in a body. */
  public static Trace of(Body body, Meaning meaning, Form form) {
    Walk walk = new Walk(meaning, form);
    walk.terms.enter(body.parameters(), List.of(), List.of());
    walk.statement(form.of(body, meaning).code());
    return walk.record.trace(walk.loosening.found());
  }

  /** Reads the body that a call runs as if it stood in the place of the call. */
  void helper(Body body, List<String> arguments, List<Optional<Variable>> given, String way) {
    Map<String, Variable> scope = terms.scope();
    boolean wasHelper = isHelper;
    String outerWay = returns;
    int leaves = record.leaves();
    isHelper = !way.equals("return");
    returns = way;
    terms.enter(body.parameters(), arguments, given);
    statement(form.of(body, meaning).code());
    terms.leave(scope);
    record.forgetLeaves(leaves, "return");
    isHelper = wasHelper;
    returns = outerWay;
  }

  void statement(Piece piece) {
    Interruption.check();
    switch (piece.kind()) {
      case BLOCK -> block(piece);
      case LOCAL -> local(piece);
      case STATEMENT -> {
        if (piece.text().equals(Loops.GATHERED)) {
          int since = record.guards();
          expressions.visit(piece.part(0), Loops.GATHERED);
          gathered = new ArrayList<>(record.gathered(since));
          gathered.addAll(record.sifting(gatheredUnder, piece.line()));
        } else {
          expressions.visit(piece.part(0), "ignored");
        }
      }
      case IF -> choice(piece);
      case LOOP -> loop(piece);
      case DO -> doLoop(piece);
      case EACH -> each(piece);
      case SWITCH -> expressions.visit(piece, "ignored");
      case TRY -> attempt(piece);
      case RETURN, THROW, BREAK, CONTINUE, YIELD -> leave(piece);
      case OTHER -> {
        if (piece.text().equals("AssertStmt")) {
          record.inside("assert", () -> parts(piece, "asserted"));
        } else {
          parts(piece, "ignored");
        }
      }
      default -> expressions.visit(piece, "ignored");
    }
  }

  /** Goes through a loop in an expression, whose value is what its rounds come to. */
  void gather(Piece loop, String way) {
    int outer = gatheredUnder;
    gatheredUnder = record.controls();
    each(loop);
    record.gathered(gathered, way, loop.line());
    gatheredUnder = outer;
  }

  private void parts(Piece other, String way) {
    other.parts().forEach(part -> expressions.visit(part, way));
  }

  private void block(Piece block) {
    Map<String, Variable> scope = terms.scope();
    block.parts().forEach(this::statement);
    if (!block.text().equals("locals")) {
      terms.leave(scope);
    }
  }

  private void local(Piece local) {
    int since = record.guards();
    int worked = record.worked();
    expressions.visit(local.part(0), KEPT);
    String value = terms.of(local.part(0));
    boolean isPlain = worked == record.worked();
    terms.declare(local.text(), isPlain ? value : Terms.held(value), record.kept(since));
    terms.variable(local.text()).ifPresent(v -> v.standsUnder(record.controls()));
  }

  private void choice(Piece choice) {
    Piece condition = choice.part(0);
    Piece then = choice.part(1);
    Piece otherwise = choice.part(2);
    boolean refuses =
        Reaction.leaves(then) == Reaction.leaves(otherwise)
            ? Literal.isNegated(condition)
            : Reaction.leaves(then);
    Reaction reaction = new Reaction(terms, isHelper);
    String come = refuses ? reaction.of(otherwise, then) : reaction.of(then, otherwise);
    expressions.condition(condition, !refuses, "if" + come);
    branch(then, condition, true);
    branch(otherwise, condition, false);
    if (Reaction.leaves(then)) {
      expressions.control(condition, false);
    }
    if (Reaction.leaves(otherwise)) {
      expressions.control(condition, true);
    }
  }

  private void branch(Piece branch, Piece condition, boolean holds) {
    record.inside(
        "if " + expressions.literals(condition, holds),
        () -> {
          expressions.control(condition, holds);
          statement(branch);
        });
  }

  private void loop(Piece loop) {
    Map<String, Variable> scope = terms.scope();
    loop.part(0).parts().forEach(this::statement);
    String condition = terms.of(loop.part(1));
    expressions.condition(loop.part(1), true, "while");
    expectAssignments(loop, condition);
    int leaves = record.leaves();
    repeat(
        () -> {
          expressions.control(loop.part(1), true);
          statement(loop.part(3));
          statement(loop.part(2));
        });
    record.forgetLeaves(leaves, "loop");
    terms.leave(scope);
  }

  private void doLoop(Piece loop) {
    expectAssignments(loop, "");
    int leaves = record.leaves();
    repeat(() -> statement(loop.part(0)));
    record.forgetLeaves(leaves, "loop");
    expressions.condition(loop.part(1), true, "while");
  }

  private void each(Piece loop) {
    Map<String, Variable> scope = terms.scope();
    expressions.visit(loop.part(0), "each");
    expectAssignments(loop, "");
    Collection<Variable> known = List.copyOf(terms.variables());
    terms.declare(loop.text(), Terms.element(terms.of(loop.part(0))));
    int leaves = record.leaves();
    record.inside("loop", () -> loosening.repeat(known, () -> statement(loop.part(1))));
    record.forgetLeaves(leaves, "loop");
    terms.leave(scope);
  }

  private void repeat(Runnable turn) {
    record.inside("loop", () -> loosening.repeat(terms.variables(), turn));
  }

  /** What a loop assigns further down is there when its body runs again. */
  private void expectAssignments(Piece piece, String condition) {
    expressions
        .assigned(piece)
        .forEach(
            (name, value) ->
                terms.assign(name, value + " while " + Terms.settled(condition), List.of()));
  }

  private void attempt(Piece attempt) {
    Map<String, Variable> scope = terms.scope();
    attempt.part(0).parts().forEach(this::statement);
    List<Piece> handlers = attempt.parts().stream().filter(p -> p.is(Kind.CATCH)).toList();
    Runnable body = () -> statement(attempt.part(1));
    String types = record.taken(handlers, new Reaction(terms, isHelper));
    Runnable handled = types.isEmpty() ? body : () -> record.inside("try " + types, body);
    if (Reaction.leaves(attempt.last())) {
      record.inside("left by finally", handled);
    } else {
      handled.run();
    }
    for (Piece handler : handlers) {
      record.inside("catch " + handler.text(), () -> handler(handler));
    }
    record.inside("finally", () -> statement(attempt.last()));
    terms.leave(scope);
  }

  private void handler(Piece handler) {
    Map<String, Variable> scope = terms.scope();
    terms.declare(handler.part(0).text(), "caught " + handler.text());
    statement(handler.part(1));
    terms.leave(scope);
  }

  private void leave(Piece leave) {
    if (!leave.parts().isEmpty()) {
      String way = leave.is(Kind.RETURN) ? returns : leave.kind().toString();
      expressions.visit(leave.part(0), way);
    }
    Reaction reaction = new Reaction(terms, isHelper);
    boolean isFixed = !leave.parts().isEmpty() && reaction.isFixed(leave.part(0));
    record.leave(leave, isFixed ? Optional.of(terms.of(leave.part(0))) : Optional.empty());
  }
}
