package dev.ratchet.guardrails.flow;

import static dev.ratchet.guardrails.flow.NormalForm.block;
import static dev.ratchet.guardrails.flow.NormalForm.not;
import static dev.ratchet.guardrails.flow.NormalForm.piece;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import dev.ratchet.guardrails.source.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what goes through elements as loops for each of them: with iterators, by calls that take a
 * lambda, and in streams.
 */
final class Loops {
  /** The text of a statement whose value is what a loop in an expression comes to. */
  static final String GATHERED = "gathered";

  /** The text of what a loop in an expression comes to. */
  static final String ALL = "all";

  /** How the names of elements begin that had none. */
  static final String ELEMENT = "each element ";

  private static final Set<String> MATCHES = Set.of("anyMatch", "allMatch", "noneMatch");
  private static final Set<String> MAPS =
      Set.of("map", "mapToInt", "mapToLong", "mapToDouble", "mapToObj");
  private static final Set<String> ENDS =
      Set.of(
          "toList",
          "collect",
          "max",
          "min",
          "count",
          "sum",
          "average",
          "reduce",
          "findFirst",
          "findAny",
          "toArray");

  private final Meaning meaning;
  private int made;

  Loops(Meaning meaning) {
    this.meaning = meaning;
  }

  /** What a stream does with each element so far. */
  private final class Stages {
    private final List<Piece> statements = new ArrayList<>();
    private final String variable;
    private final Piece source;
    private Piece value;

    Stages(Piece source) {
      this.variable = ELEMENT + made++;
      this.source = source;
      this.value = piece(Kind.NAME, variable, source);
    }

    Piece loop() {
      return piece(Kind.EACH, variable, source, source, block(statements, source));
    }

    /** Returns what a function makes of the element, if it is one expression. */
    Optional<Piece> apply(Piece function) {
      if (function.is(Kind.REFERENCE)) {
        return Optional.of(called(function));
      }
      boolean takesOne = function.is(Kind.LAMBDA) && !function.text().contains(",");
      Optional<Piece> result = takesOne ? onlyValue(function.part(0)) : Optional.empty();
      result.ifPresent(r -> statements.add(piece(Kind.LOCAL, function.text(), function, value)));
      return result;
    }

    private Piece called(Piece reference) {
      List<Piece> parts = List.of(Terms.named(reference.part(0)), value);
      return new Piece(Kind.CALL, reference.text(), parts, reference.use(), reference.line());
    }

    boolean add(Piece stage) {
      if (MAPS.contains(stage.text()) && stage.parts().size() == 2) {
        Optional<Piece> mapped = apply(stage.part(1));
        mapped.ifPresent(m -> value = m);
        return mapped.isPresent();
      } else if (stage.text().equals("filter") && stage.parts().size() == 2) {
        Optional<Piece> passes = apply(stage.part(1));
        passes.ifPresent(
            p -> {
              Piece next = block(List.of(piece(Kind.CONTINUE, "", stage)), stage);
              statements.add(piece(Kind.IF, "", stage, not(p), next, Piece.NONE));
            });
        return passes.isPresent();
      }
      return stage.text().equals("boxed") || stage.text().equals("sorted") && isShort(stage);
    }

    private boolean isShort(Piece stage) {
      return stage.parts().size() == 1;
    }
  }

  private static Optional<Piece> onlyValue(Piece code) {
    Piece only = code.is(Kind.BLOCK) && code.parts().size() == 1 ? code.part(0) : code;
    return only.is(Kind.RETURN) ? Optional.of(only.part(0)) : Optional.empty();
  }

  /** Returns the stages of a stream, without what ends it. */
  private Optional<Stages> stages(Piece stream) {
    if (!stream.is(Kind.CALL)) {
      return Optional.empty();
    } else if (stream.text().equals("stream") && stream.parts().size() == 1) {
      return Optional.of(new Stages(entries(stream.part(0))));
    }
    Optional<Stages> before = stages(stream.part(0)).or(() -> begun(stream));
    if (before.isPresent() && before.get().statements.isEmpty() && isCut(stream)) {
      return Optional.of(new Stages(cut(stream.text(), before.get().source, stream.part(1))));
    }
    return before.filter(stages -> stages.add(stream));
  }

  /** What is filtered or mapped is a stream, whoever gave it. */
  private Optional<Stages> begun(Piece stage) {
    Piece source = stage.part(0);
    boolean isStage = MAPS.contains(stage.text()) || stage.text().equals("filter");
    boolean isGiven = source.is(Kind.CALL) || source.is(Kind.NAME) || source.is(Kind.FIELD);
    return isStage && isGiven && stage.parts().size() == 2
        ? Optional.of(new Stages(source))
        : Optional.empty();
  }

  /** Which elements there are at all is a part of what is gone through. */
  private static boolean isCut(Piece stage) {
    return Set.of("limit", "skip").contains(stage.text());
  }

  static Piece cut(String how, Piece source, Piece number) {
    return new Piece(
        Kind.CALL,
        how,
        List.of(source, number),
        use("java.util.stream.Stream", how),
        source.line());
  }

  /** A map is gone through by its entries, a list of what there is by that. */
  private static Piece entries(Piece source) {
    if (isCall(source, "toList")) {
      return source.part(0);
    }
    boolean isOfMap = source.is(Kind.CALL) && source.text().equals("entrySet");
    return isOfMap && source.parts().size() == 1 ? source.part(0) : source;
  }

  static boolean isMatch(Piece call) {
    return call.is(Kind.CALL) && MATCHES.contains(call.text()) && call.parts().size() == 2;
  }

  /** Returns a choice to leave; in the loop, if it depends on one of several elements. */
  Piece leaving(Piece condition, Piece leave) {
    Piece call = Literal.isNegated(condition) ? condition.part(0) : condition;
    boolean isForOne = isMatch(call) && call.text().equals("anyMatch") == (call == condition);
    Optional<Stages> stages = isForOne && !jumps(leave) ? stages(call.part(0)) : Optional.empty();
    Optional<Piece> test = stages.flatMap(s -> s.apply(call.part(1)));
    if (test.isEmpty()) {
      return piece(Kind.IF, "", leave, condition, leave, Piece.NONE);
    }
    Piece enough = call.text().equals("allMatch") ? not(test.get()) : test.get();
    stages.get().statements.add(piece(Kind.IF, "", leave, enough, leave, Piece.NONE));
    return stages.get().loop();
  }

  private static boolean jumps(Piece piece) {
    return piece.is(Kind.BREAK)
        || piece.is(Kind.CONTINUE)
        || piece.parts().stream().anyMatch(Loops::jumps);
  }

  /** Returns the loop that makes what a stream comes to, and what else its end needs. */
  Optional<Piece> gathered(Piece end) {
    if (!ENDS.contains(end.text())) {
      return Optional.empty();
    }
    return stages(end.part(0))
        .map(
            stages -> {
              Piece value = stages.value;
              stages.statements.add(piece(Kind.STATEMENT, GATHERED, end, value));
              List<Piece> parts = new ArrayList<>();
              parts.add(stages.loop());
              parts.addAll(Terms.rest(end));
              return new Piece(Kind.OTHER, ALL, parts, Optional.empty(), end.line());
            });
  }

  /** Returns the loop that adds elements one by one, which are added all at once. */
  private Optional<Piece> addAll(Piece call) {
    boolean addsAll = call.is(Kind.CALL) && call.text().equals("addAll");
    if (!addsAll || call.parts().size() != 2 || !isOfCollection(call)) {
      return Optional.empty();
    }
    Stages stages = listed(call.part(1)).orElseGet(() -> new Stages(entries(call.part(1))));
    List<Piece> parts = List.of(call.part(0), stages.value);
    Optional<Use> use = call.use().map(u -> u.withMember("add"));
    Piece add = new Piece(Kind.CALL, "add", parts, use, call.line());
    stages.statements.add(piece(Kind.STATEMENT, "", call, add));
    return Optional.of(stages.loop());
  }

  private boolean isOfCollection(Piece call) {
    return meaning.work(call, false).filter(work -> work.startsWith("java.util.")).isPresent();
  }

  /** Returns the stages of a stream that becomes a list. */
  private Optional<Stages> listed(Piece list) {
    return isCall(list, "toList") ? stages(list.part(0)) : Optional.empty();
  }

  /** Returns the loop that a call for all elements stands for. */
  Optional<Piece> forAll(Piece call) {
    return addAll(call).or(() -> forEach(call));
  }

  private Optional<Piece> forEach(Piece call) {
    if (!call.is(Kind.CALL) || !call.text().equals("forEach") || call.parts().size() != 2) {
      return Optional.empty();
    }
    Piece function = call.part(1);
    Optional<Stages> known =
        stages(call.part(0)).or(() -> Optional.of(new Stages(entries(call.part(0)))));
    Stages stages = known.get();
    if (function.is(Kind.REFERENCE)) {
      stages.statements.add(piece(Kind.STATEMENT, "", call, stages.called(function)));
      return Optional.of(stages.loop());
    } else if (!function.is(Kind.LAMBDA) || returnsFromLoop(function.part(0), false)) {
      return Optional.empty();
    }
    String[] names = function.text().split(",");
    Piece value = stages.value;
    if (names.length == 2) {
      stages.statements.add(piece(Kind.LOCAL, names[0], call, fact("getKey", value)));
      stages.statements.add(piece(Kind.LOCAL, names[1], call, fact("getValue", value)));
    } else {
      stages.statements.add(piece(Kind.LOCAL, names[0], call, value));
    }
    stages.statements.add(goingOn(function.part(0)));
    return Optional.of(stages.loop());
  }

  private static Piece fact(String name, Piece entry) {
    return new Piece(
        Kind.CALL, name, List.of(entry), use("java.util.Map.Entry", name), entry.line());
  }

  private static Optional<Use> use(String type, String member) {
    List<String> types = List.of(type);
    return Optional.of(new Use(types, List.of(), List.of(), true, Optional.of(member), "", 0));
  }

  private static boolean returnsFromLoop(Piece piece, boolean inLoop) {
    boolean isLoop = inLoop || piece.is(Kind.EACH) || piece.is(Kind.LOOP) || piece.is(Kind.DO);
    return piece.is(Kind.RETURN) && inLoop
        || !isOtherBody(piece)
            && piece.parts().stream().anyMatch(part -> returnsFromLoop(part, isLoop));
  }

  private static boolean isOtherBody(Piece piece) {
    return piece.is(Kind.LAMBDA) || piece.is(Kind.CLASS);
  }

  /** A lambda for one element returns to the next. */
  private static Piece goingOn(Piece code) {
    if (code.is(Kind.RETURN)) {
      return code.part(0).is(Kind.NONE)
          ? piece(Kind.CONTINUE, "", code)
          : piece(Kind.STATEMENT, "", code, code.part(0));
    }
    List<Piece> parts =
        isOtherBody(code) ? code.parts() : code.parts().stream().map(Loops::goingOn).toList();
    return new Piece(code.kind(), code.text(), parts, code.use(), code.line());
  }

  /** Returns a loop with an iterator that only gives the elements as one without. */
  Piece each(Piece loop) {
    if (loop.is(Kind.EACH)) {
      Optional<Stages> listed = listed(loop.part(0));
      return listed.isPresent()
          ? over(listed.get(), loop)
          : piece(Kind.EACH, loop.text(), loop, entries(loop.part(0)), loop.part(1));
    }
    return isOverIterator(loop) ? overIterator(loop) : loop;
  }

  /** What goes through what is left of elements goes through the elements. */
  private static Piece over(Stages stages, Piece loop) {
    stages.statements.add(piece(Kind.LOCAL, loop.text(), loop, stages.value));
    stages.statements.add(loop.part(1));
    return stages.loop();
  }

  private static boolean isOverIterator(Piece loop) {
    if (!loop.is(Kind.LOOP) || loop.part(0).parts().size() != 1) {
      return false;
    }
    Piece iterator = loop.part(0).part(0);
    List<Piece> body = loop.part(3).parts();
    return iterator.is(Kind.LOCAL)
        && isCall(iterator.part(0), "iterator")
        && isCallOf(loop.part(1), "hasNext", iterator.text())
        && loop.part(2).parts().isEmpty()
        && !body.isEmpty()
        && body.get(0).is(Kind.LOCAL)
        && isCallOf(body.get(0).part(0), "next", iterator.text())
        && body.stream().skip(1).noneMatch(piece -> names(piece, iterator.text()));
  }

  private static boolean isCall(Piece piece, String name) {
    return piece.is(Kind.CALL) && piece.text().equals(name) && piece.parts().size() == 1;
  }

  private static boolean isCallOf(Piece piece, String name, String variable) {
    return isCall(piece, name)
        && piece.part(0).is(Kind.NAME)
        && piece.part(0).text().equals(variable);
  }

  private static boolean names(Piece piece, String name) {
    return piece.is(Kind.NAME) && piece.text().equals(name)
        || piece.parts().stream().anyMatch(part -> names(part, name));
  }

  private static Piece overIterator(Piece loop) {
    Piece source = loop.part(0).part(0).part(0).part(0);
    List<Piece> body = loop.part(3).parts();
    Piece rest = block(body.subList(1, body.size()), loop);
    return piece(Kind.EACH, body.get(0).text(), loop, entries(source), rest);
  }
}
