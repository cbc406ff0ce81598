package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.flow.Terms.Variable;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.List;
import java.util.Map;

/** Goes through a body in the order in which it runs. Rules call it. */
public final class Walk {
  /** The way of a result that is put into a local variable. */
  static final String KEPT = "kept";

  private final Terms terms;
  private final Recorder record;
  private final Expressions expressions;
  private boolean isHelper;
  private String returns = "return";

  private Walk(Meaning meaning) {
    this.terms = new Terms(meaning);
    this.record = new Recorder(meaning);
    this.expressions = new Expressions(meaning, terms, record, this);
  }

  /** Returns what happens in a body. */
  public static Trace of(Body body, Meaning meaning) {
    Walk walk = new Walk(meaning);
    walk.terms.enter(body.parameters(), List.of());
    walk.statement(body.code());
    return walk.record.trace();
  }

  /** Reads the body that a call runs as if it stood in the place of the call. */
  void helper(Body body, List<String> arguments, String way) {
    Map<String, Variable> scope = terms.scope();
    boolean wasHelper = isHelper;
    String outerWay = returns;
    int leaves = record.leaves();
    isHelper = !way.equals("return");
    returns = way;
    terms.enter(body.parameters(), arguments);
    statement(body.code());
    terms.leave(scope);
    if (isHelper) {
      record.forgetLeaves(leaves, "return");
    }
    isHelper = wasHelper;
    returns = outerWay;
  }

  void statement(Piece piece) {
    switch (piece.kind()) {
      case BLOCK -> block(piece);
      case LOCAL -> local(piece);
      case STATEMENT -> expressions.visit(piece.part(0), "ignored");
      case IF -> choice(piece);
      case LOOP -> loop(piece);
      case DO -> doLoop(piece);
      case EACH -> each(piece);
      case SWITCH -> expressions.visit(piece, "ignored");
      case TRY -> attempt(piece);
      case RETURN, THROW, BREAK, CONTINUE, YIELD -> leave(piece);
      default -> expressions.visit(piece, "ignored");
    }
  }

  private void block(Piece block) {
    Map<String, Variable> scope = terms.scope();
    block.parts().forEach(this::statement);
    if (!block.text().equals("locals")) {
      terms.leave(scope);
    }
  }

  private void local(Piece local) {
    expressions.visit(local.part(0), KEPT);
    terms.declare(local.text(), terms.of(local.part(0)));
  }

  private void choice(Piece choice) {
    Piece condition = choice.part(0);
    Piece then = choice.part(1);
    Piece otherwise = choice.part(2);
    boolean swapped = false;
    while (condition.is(Kind.UNARY) && condition.text().equals("!_")) {
      condition = condition.part(0);
      swapped = !swapped;
    }
    Reaction reaction = new Reaction(terms, isHelper);
    String way = "if" + (swapped ? reaction.of(otherwise, then) : reaction.of(then, otherwise));
    expressions.visit(condition, way);
    String test = terms.of(condition);
    branch(then, test, !swapped);
    branch(otherwise, test, swapped);
    if (Reaction.leaves(then)) {
      record.control(test, swapped);
    }
    if (Reaction.leaves(otherwise)) {
      record.control(test, !swapped);
    }
  }

  private void branch(Piece branch, String test, boolean holds) {
    record.inside(
        (holds ? "if " : "unless ") + test,
        () -> {
          record.control(test, holds);
          statement(branch);
        });
  }

  private void loop(Piece loop) {
    Map<String, Variable> scope = terms.scope();
    loop.part(0).parts().forEach(this::statement);
    String condition = terms.of(loop.part(1));
    expressions.visit(loop.part(1), "while");
    expectAssignments(loop, condition);
    int leaves = record.leaves();
    record.inside(
        "loop",
        () -> {
          record.control(condition, true);
          statement(loop.part(3));
          statement(loop.part(2));
        });
    record.forgetLeaves(leaves, "loop");
    terms.leave(scope);
  }

  private void doLoop(Piece loop) {
    expectAssignments(loop, "");
    int leaves = record.leaves();
    record.inside("loop", () -> statement(loop.part(0)));
    record.forgetLeaves(leaves, "loop");
    expressions.visit(loop.part(1), "while");
  }

  private void each(Piece loop) {
    Map<String, Variable> scope = terms.scope();
    expressions.visit(loop.part(0), "each");
    expectAssignments(loop, "");
    terms.declare(loop.text(), "each " + Terms.settled(terms.of(loop.part(0))));
    int leaves = record.leaves();
    record.inside("loop", () -> statement(loop.part(1)));
    record.forgetLeaves(leaves, "loop");
    terms.leave(scope);
  }

  /** What a loop assigns further down is there when its body runs again. */
  private void expectAssignments(Piece piece, String condition) {
    expressions
        .assigned(piece)
        .forEach((name, value) -> terms.assign(name, value + " while " + Terms.settled(condition)));
  }

  private void attempt(Piece attempt) {
    Map<String, Variable> scope = terms.scope();
    attempt.part(0).parts().forEach(this::statement);
    List<Piece> handlers = attempt.parts().stream().filter(p -> p.is(Kind.CATCH)).toList();
    Runnable body = () -> statement(attempt.part(1));
    String types = record.taken(handlers);
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
    record.leave(leave);
  }
}
