package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.flow.Terms.Variable;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through expressions, knowing what their values are for. */
final class Expressions {
  private static final int DEEPEST_HELPER = 6;

  private final Meaning meaning;
  private final Terms terms;
  private final Recorder record;
  private final Walk walk;
  private final Deque<String> helpers = new ArrayDeque<>();

  Expressions(Meaning meaning, Terms terms, Recorder record, Walk walk) {
    this.meaning = meaning;
    this.terms = terms;
    this.record = record;
    this.walk = walk;
  }

  /**
   * Goes through an expression.
   *
   * @param way what its value is used for
   */
  void visit(Piece piece, String way) {
    Optional<String> guard = meaning.guard(piece);
    if (guard.isPresent()) {
      visitParts(piece, "of " + guard.get() + "/");
      record.guard(guard.get(), terms.arguments(piece), way, piece.line());
      return;
    }
    switch (piece.kind()) {
      case NAME -> name(piece, way);
      case CALL -> call(piece, way);
      case REFERENCE -> reference(piece);
      case NEW -> {
        visitParts(piece, piece.text() + "/");
        meaning.work(piece, false).ifPresent(work -> record.work(work, piece.line()));
      }
      case UNARY -> unary(piece, way);
      case BINARY -> binary(piece, way);
      case CONDITIONAL -> conditional(piece, way);
      case ASSIGN -> assign(piece);
      case LAMBDA, CLASS -> later(piece, way);
      case INSTANCE_OF -> test(piece, way);
      case SWITCH -> choice(piece, way);
      case BLOCK,
          LOCAL,
          STATEMENT,
          IF,
          LOOP,
          DO,
          EACH,
          TRY,
          RETURN,
          THROW,
          BREAK,
          CONTINUE,
          YIELD ->
          walk.statement(piece);
      default -> visitParts(piece, piece.text() + "/" + way);
    }
  }

  private void visitParts(Piece piece, String way) {
    for (int i = 0; i < piece.parts().size(); i++) {
      visit(piece.part(i), i + " " + way);
    }
  }

  private void name(Piece name, String way) {
    String term = terms.variable(name.text()).map(Variable::term).orElse("");
    if (Terms.asks(term)) {
      record.derived(term, way, name.line());
    }
  }

  private void call(Piece call, String way) {
    visitParts(call, "of " + call.text());
    Optional<Body> helper = meaning.helper(call).filter(body -> !helpers.contains(body.place()));
    if (helper.isPresent() && helpers.size() < DEEPEST_HELPER) {
      helpers.push(helper.get().place());
      List<String> arguments = Terms.rest(call).stream().map(terms::of).toList();
      walk.helper(helper.get(), arguments, way);
      helpers.pop();
    } else {
      boolean isFresh = terms.isFresh(call.part(0));
      meaning.work(call, isFresh).ifPresent(work -> record.work(work, call.line()));
    }
  }

  private void reference(Piece reference) {
    visitParts(reference, reference.text() + "/");
    Optional<Body> helper = meaning.helper(reference).filter(b -> !helpers.contains(b.place()));
    if (helper.isPresent() && helpers.size() < DEEPEST_HELPER) {
      helpers.push(helper.get().place());
      record.later("LAMBDA", () -> walk.helper(helper.get(), List.of(), "return"));
      helpers.pop();
    } else {
      meaning.work(reference, false).ifPresent(work -> record.work(work, reference.line()));
    }
  }

  private void unary(Piece operation, String way) {
    Piece operand = operation.part(0);
    if (operation.text().contains("++") || operation.text().contains("--")) {
      write(operand, operation.text().replace("_", terms.of(operand)));
    }
    visit(operand, operation.text() + "/" + way);
  }

  private void binary(Piece operation, String way) {
    Piece left = operation.part(0);
    Piece right = operation.part(1);
    String sign = operation.text();
    visit(left, "_" + sign + terms.of(right) + "/" + way);
    String rightWay = terms.of(left) + sign + "_/" + way;
    if (sign.equals("&&") || sign.equals("||")) {
      String test = terms.of(left);
      boolean holds = sign.equals("&&");
      record.inside(
          holds ? "and" : "or",
          () -> {
            record.control(test, holds);
            visit(right, rightWay);
          });
    } else {
      visit(right, rightWay);
    }
  }

  private void conditional(Piece choice, String way) {
    Reaction reaction = new Reaction(terms, false);
    String values = reaction.value(choice.part(1)) + ":" + reaction.value(choice.part(2));
    visit(choice.part(0), "?" + values + "/" + way);
    String test = terms.of(choice.part(0));
    branch(choice.part(1), test, true, way);
    branch(choice.part(2), test, false, way);
  }

  private void branch(Piece branch, String test, boolean holds, String way) {
    record.inside(
        (holds ? "if " : "unless ") + test,
        () -> {
          record.control(test, holds);
          visit(branch, way);
        });
  }

  private void assign(Piece assignment) {
    Piece target = assignment.part(0);
    String sign = assignment.text();
    boolean isLocal = terms.isLocal(target);
    if (!target.is(Kind.NAME) && !target.is(Kind.FIELD)) {
      visitParts(target, "target/");
    }
    String operator = sign.equals("=") ? "" : terms.of(target) + sign + "/";
    visit(assignment.part(1), isLocal ? operator + Walk.KEPT : operator + "to " + terms.of(target));
    write(target, operator + terms.of(assignment.part(1)));
  }

  private void write(Piece target, String value) {
    if (terms.isLocal(target)) {
      terms.assign(target.text(), value + " in " + record.place());
    } else if (!isPartOfLocal(target)) {
      record.work("writing " + written(target), target.line());
      if (target.is(Kind.NAME) || target.is(Kind.FIELD) && target.part(0).is(Kind.NONE)) {
        terms.assignField(meaning.name(target.text()), value + " in " + record.place());
      }
    }
  }

  private boolean isPartOfLocal(Piece target) {
    return target.is(Kind.OTHER)
        && !target.parts().isEmpty()
        && terms.isLocal(target.part(0))
        && terms.of(target.part(0)).startsWith("OTHER:");
  }

  private String written(Piece target) {
    return target.is(Kind.NAME) || target.is(Kind.FIELD)
        ? meaning.name(target.text())
        : terms.of(target.parts().isEmpty() ? target : target.part(0));
  }

  private void later(Piece piece, String way) {
    Map<String, Variable> scope = terms.scope();
    if (piece.is(Kind.LAMBDA)) {
      terms.declareAll(piece.text());
    }
    record.later(
        piece.kind() + " " + way, () -> piece.parts().forEach(part -> walk.statement(part)));
    terms.leave(scope);
  }

  private void test(Piece test, String way) {
    visit(test.part(0), "is " + test.text() + "/" + way);
    if (test.part(1).is(Kind.NAME)) {
      terms.declare(test.part(1).text(), terms.of(test.part(0)));
    }
  }

  private void choice(Piece choice, String way) {
    visit(choice.part(0), "switch");
    String test = terms.of(choice.part(0));
    int leaves = record.leaves();
    for (Piece entry : Terms.rest(choice)) {
      record.inside(
          "case " + entry.text() + " of " + test,
          () -> {
            record.control(test + " is " + entry.text(), true);
            walk.statement(entry.part(0));
          });
    }
    record.forgetLeaves(leaves, "switch");
  }

  /** Returns the local variables that a piece assigns, with what. */
  Map<String, String> assigned(Piece piece) {
    Map<String, String> assigned = new LinkedHashMap<>();
    collect(piece, assigned);
    return assigned;
  }

  private void collect(Piece piece, Map<String, String> into) {
    boolean counts = piece.is(Kind.UNARY) && piece.text().length() == 3;
    if ((counts || piece.is(Kind.ASSIGN)) && terms.isLocal(piece.part(0))) {
      String value = counts ? "" : terms.of(piece.part(1));
      into.merge(piece.part(0).text(), piece.text() + value, (a, b) -> a + ";" + b);
    }
    piece.parts().forEach(part -> collect(part, into));
  }
}
