package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.flow.Terms.Variable;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes through expressions, knowing what their values are for. */
final class Expressions {
  private static final int DEEPEST_HELPER = 6;
  private static final Set<String> FILLING = Set.of("add", "addAll", "addFirst", "addLast", "set");
  private static final Pattern CHANGING =
      Pattern.compile(
          "(add|set|put|remove|clear|append|insert|replace|delete|merge|compute|push)\\w*");

  /** How what comes of a call looks that is given code which uses safeguards. */
  private static final Pattern HANDED_OUT =
      Pattern.compile("^(held )?[^(]*\\((LAMBDA|guard<[^>]*>[^(]).*", Pattern.DOTALL);

  private final Meaning meaning;
  private final Terms terms;
  private final Recorder record;
  private final Loosening loosening;
  private final Walk walk;
  private final Deque<String> helpers = new ArrayDeque<>();
  private final Set<String> sifted = new HashSet<>();
  private String asking = "";
  private boolean isCovered;
  private boolean isYielding;

  Expressions(Meaning meaning, Terms terms, Recorder record, Loosening loosening, Walk walk) {
    this.meaning = meaning;
    this.terms = terms;
    this.record = record;
    this.loosening = loosening;
    this.walk = walk;
  }

  /**
   * Goes through an expression.
   *
   * @param way what its value is used for
   */
  void visit(Piece piece, String way) {
    Optional<String> guard = terms.guard(piece);
    if (guard.isPresent()) {
      ask(guard.get(), piece, way);
      return;
    }
    switch (piece.kind()) {
      case NAME -> name(piece, way);
      case CALL -> call(piece, way);
      case REFERENCE -> reference(piece);
      case NEW -> {
        visitParts(piece, piece.text() + "/");
        made(piece);
        meaning
            .work(piece, false)
            .ifPresent(work -> record.work(work, about(piece.parts()), piece.line()));
      }
      case UNARY -> unary(piece, way);
      case BINARY -> binary(piece, way);
      case CONDITIONAL -> conditional(piece, way);
      case ASSIGN -> assign(piece);
      case LAMBDA, CLASS -> later(piece, way);
      case INSTANCE_OF -> test(piece, way);
      case SWITCH -> choice(piece, way);
      case EACH -> walk.gather(piece, way);
      case BLOCK, LOCAL, STATEMENT, IF, LOOP, DO, TRY, RETURN, THROW, BREAK, CONTINUE, YIELD ->
          walk.statement(piece);
      case FIELD -> {
        flow(piece, way);
        visitParts(piece, piece.text() + "/" + way);
      }
      default -> visitParts(piece, piece.text() + "/" + way);
    }
  }

  private void ask(String guard, Piece piece, String way) {
    String outer = asking;
    asking = guard;
    visitParts(piece, "of " + guard + "/");
    asking = outer;
    Set<Variable> variables = terms.variables(piece);
    List<String> filled = variables.stream().flatMap(v -> v.filled().stream()).toList();
    if (piece.is(Kind.REFERENCE)) {
      loosening.ask(guard, List.of(), variables);
    } else {
      loosening.ask(guard, Terms.things(piece).stream().map(terms::of).toList(), variables);
    }
    record.guard(guard, terms.arguments(piece), filled, way, piece.line());
  }

  private void made(Piece piece) {
    meaning
        .made(piece)
        .ifPresent(
            type -> {
              List<String> about = about(piece.parts());
              Set<String> vouching = loosening.vouching(about, record.known());
              record.made(type, about, vouching, piece.line());
            });
  }

  /** What stands in a question or is sifted goes no further than that. */
  private void flow(Piece piece, String way) {
    if (asking.isEmpty() && !isCovered) {
      loosening.flow(terms.of(piece), yielding(way), piece.line());
    }
  }

  private void flowOfCall(Piece call, String way) {
    if (asking.isEmpty() && !isCovered && meaning.helper(call).isEmpty()) {
      loosening.flowOfCall(terms.of(call), yielding(way), call.line());
    }
  }

  private String yielding(String way) {
    return isYielding && way.endsWith("ignored") ? way + " return" : way;
  }

  private void visitParts(Piece piece, String way) {
    for (int i = 0; i < piece.parts().size(); i++) {
      visit(piece.part(i), i + " " + way);
    }
  }

  private void name(Piece name, String way) {
    terms
        .variable(name.text())
        .ifPresent(
            variable -> {
              record.derived(variable, way, name.line());
              loosening.read(variable, asking, name.line());
            });
    flow(name, way);
  }

  /** What a call that does something makes of a value is its own affair. */
  private void call(Piece call, String way) {
    Piece receiver = call.part(0);
    boolean isAnswer = receiver.is(Kind.NAME) || terms.guard(receiver).isPresent();
    boolean isInChain = way.startsWith(".") && !isAnswer;
    receiver(call, isInChain ? way : "." + call.text() + "/" + way);
    int since = record.guards();
    String use = call.text() + effect(call, way);
    Optional<Body> helper = meaning.helper(call).filter(body -> !helpers.contains(body.place()));
    boolean isRead = helper.isPresent() && helpers.size() < DEEPEST_HELPER;
    boolean outer = isCovered;
    isCovered = outer || isRead;
    for (int i = 1; i < call.parts().size(); i++) {
      visit(call.part(i), i + " of " + use);
    }
    isCovered = outer;
    if (record.guards() > since && call.text().equals("removeIf")) {
      sifted.add(receiver.text());
    }
    if (isRead) {
      helpers.push(helper.get().place());
      List<String> arguments = Terms.rest(call).stream().map(terms::of).toList();
      walk.helper(helper.get(), arguments, given(Terms.rest(call)), way);
      helpers.pop();
    } else {
      work(call);
    }
  }

  /** Returns what becomes of the arguments of a call: its own affair, if it does something. */
  private String effect(Piece call, String way) {
    if (meaning.work(call, terms.isFresh(call.part(0))).isPresent()) {
      return "";
    }
    return meaning.work(call, false).isPresent() ? "/kept inside" : "/" + way;
  }

  /** Of what elements are asked about one by one, only those go on that may. */
  private void receiver(Piece call, String way) {
    boolean outer = isCovered;
    Optional<String> sifting =
        Terms.rest(call).stream().flatMap(part -> asked(part).stream()).findFirst();
    if (call.part(0).is(Kind.NONE) && sifting.isEmpty()) {
      flowOfCall(call, way.substring(way.indexOf('/') + 1));
    }
    sifting.ifPresent(member -> loosening.sift(member, terms.of(root(call.part(0)))));
    isCovered = outer || sifting.isPresent();
    visit(call.part(0), way);
    isCovered = outer;
  }

  /** Returns the safeguard that is asked by what is handed to a call. */
  private Optional<String> asked(Piece handed) {
    if (handed.is(Kind.REFERENCE)) {
      return terms.guard(handed);
    }
    return handed.is(Kind.LAMBDA)
        ? handed.parts().stream().flatMap(part -> within(part).stream()).findFirst()
        : Optional.empty();
  }

  private Optional<String> within(Piece piece) {
    return terms
        .guard(piece)
        .or(() -> piece.parts().stream().flatMap(part -> within(part).stream()).findFirst());
  }

  private static Piece root(Piece chain) {
    boolean goesOn = chain.is(Kind.CALL) && !chain.part(0).is(Kind.NONE);
    return goesOn ? root(chain.part(0)) : chain;
  }

  private List<Optional<Variable>> given(List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                terms.isLocal(piece) ? terms.variable(piece.text()) : Optional.<Variable>empty())
        .toList();
  }

  /** What is called on a variable may change the thing that it holds. */
  private void fill(Piece call) {
    Piece receiver = call.part(0);
    if (terms.isLocal(receiver) && CHANGING.matcher(call.text()).matches()) {
      Variable variable = terms.variable(receiver.text()).orElseThrow();
      String now = about(Terms.rest(call)).toString();
      loosening.change(variable.thing(), variable.term(), now);
      if (loosening.outlives(variable.thing())) {
        loosening.keep(now, record.known(), call.line());
      }
      if (terms.isFresh(receiver)) {
        variable.filled().add(call.text() + now + " in " + record.place());
      }
    }
  }

  private void work(Piece call) {
    fill(call);
    Piece receiver = call.part(0);
    boolean isFresh = terms.isFresh(receiver);
    if (terms.guard(receiver).isPresent()) {
      return;
    }
    if (HANDED_OUT.matcher(terms.of(receiver)).find() && meaning.work(call, false).isPresent()) {
      record.handled(terms.of(receiver), "." + call.text() + "/of its use, ignored", call.line());
    }
    meaning
        .work(call, isFresh)
        .map(work -> work.startsWith("java.") ? changing(work, terms.of(receiver)) : work)
        .ifPresent(work -> record.work(work, about(call.parts()), call.line()));
    if (isFresh && sifted.contains(receiver.text()) && FILLING.contains(call.text())) {
      record.work(Work.REFILLING, List.of(), call.line());
    }
    if (isFresh && meaning.work(call, false).isPresent()) {
      terms.variable(receiver.text()).ifPresent(v -> sift(v, call.line()));
    }
  }

  private void sift(Variable variable, int line) {
    variable.answers().addAll(record.sifting(variable.controls(), line));
  }

  private static String changing(String work, String receiver) {
    return receiver.startsWith(".")
        ? "changing " + receiver.substring(1) + work.substring(work.indexOf('#'))
        : work;
  }

  private List<String> about(List<Piece> parts) {
    return parts.stream().map(terms::of).filter(term -> !term.isEmpty()).toList();
  }

  private void reference(Piece reference) {
    visitParts(reference, reference.text() + "/");
    Optional<Body> helper = meaning.helper(reference).filter(b -> !helpers.contains(b.place()));
    if (helper.isPresent() && helpers.size() < DEEPEST_HELPER) {
      helpers.push(helper.get().place());
      record.later("LAMBDA", () -> walk.helper(helper.get(), List.of(), List.of(), "return"));
      helpers.pop();
    } else {
      meaning
          .work(reference, false)
          .ifPresent(work -> record.work(work, List.of(), reference.line()));
    }
  }

  private void unary(Piece operation, String way) {
    Piece operand = operation.part(0);
    if (operation.text().equals("!_")) {
      condition(operation, true, way);
      return;
    }
    visit(operand, operation.text() + "/" + way);
    if (operation.text().contains("++") || operation.text().contains("--")) {
      write(operand, operation.text().replace("_", terms.of(operand)), List.of());
    }
  }

  private void binary(Piece operation, String way) {
    String sign = operation.text();
    if (sign.equals("&&")) {
      condition(operation, true, way);
    } else if (sign.equals("||")) {
      condition(operation, false, "!/" + way);
    } else {
      Piece left = operation.part(0);
      Piece right = operation.part(1);
      visit(left, "_" + sign + terms.of(right) + "/" + way);
      visit(right, terms.of(left) + sign + "_/" + way);
    }
  }

  /** Goes through what has to hold all together for a condition to have this outcome. */
  void condition(Piece condition, boolean holds, String way) {
    List<Literal> literals = Literal.of(condition, holds);
    record.perhaps(
        () -> {
          for (Literal literal : literals) {
            visit(literal.piece(), literal.way(terms, literals) + "/" + way);
            control(literal);
          }
        });
  }

  /** Notes that what follows happens only where a condition has this outcome. */
  void control(Piece condition, boolean holds) {
    Literal.of(condition, holds).forEach(this::control);
  }

  private void control(Literal literal) {
    record.control(terms.of(literal.piece()), literal.holds());
  }

  String literals(Piece condition, boolean holds) {
    return Literal.of(condition, holds).stream()
        .map(literal -> literal.term(terms))
        .sorted()
        .toList()
        .toString();
  }

  private void conditional(Piece choice, String way) {
    Reaction reaction = new Reaction(terms, false);
    String values = reaction.value(choice.part(1)) + ":" + reaction.value(choice.part(2));
    condition(choice.part(0), true, "?" + values + "/" + way);
    branch(choice.part(1), choice.part(0), true, way);
    branch(choice.part(2), choice.part(0), false, way);
  }

  private void branch(Piece branch, Piece condition, boolean holds, String way) {
    record.inside(
        "if " + literals(condition, holds),
        () -> {
          control(condition, holds);
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
    int since = record.guards();
    visit(assignment.part(1), operator + (isLocal ? Walk.KEPT : "to " + name(target)));
    write(target, operator + terms.of(assignment.part(1)), record.kept(since));
  }

  private String name(Piece target) {
    boolean isOwn = target.is(Kind.NAME) || target.is(Kind.FIELD) && target.part(0).is(Kind.NONE);
    return isOwn ? "." + meaning.name(target.text()) : terms.of(target);
  }

  private void write(Piece target, String value, List<GuardCall> answers) {
    if (terms.isLocal(target)) {
      Variable variable = terms.variable(target.text()).orElseThrow();
      String before = variable.term();
      terms.assign(target.text(), value + " in " + record.place(), answers);
      terms.variable(target.text()).ifPresent(v -> sift(v, target.line()));
      loosening.change(variable, before, value);
      if (loosening.outlives(variable)) {
        loosening.keep(value, record.known(), target.line());
      }
    } else if (!isPartOfLocal(target)) {
      record.work("writing " + written(target), List.of(value), target.line());
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
    boolean outer = isYielding;
    isYielding = piece.is(Kind.LAMBDA) && !piece.part(0).is(Kind.BLOCK);
    if (piece.is(Kind.LAMBDA)) {
      terms.declareAll(piece.text());
    }
    record.later(
        piece.kind() + " " + way,
        () ->
            loosening.repeat(
                scope.values(), () -> piece.parts().forEach(part -> walk.statement(part))));
    terms.leave(scope);
    isYielding = outer;
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
