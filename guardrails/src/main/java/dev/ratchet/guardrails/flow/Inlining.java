package dev.ratchet.guardrails.flow;

import static dev.ratchet.guardrails.flow.NormalForm.piece;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Writes private methods of the same type in the place of the statements that begin with a call of
 * them.
 *
 * <p>What is done with the result is done wherever the method returns one. What can't be written so
 * stays a call.
 */
final class Inlining {
  private static final int MOST_CALLS = 40;
  private static final int DEEPEST_SIZED = 3;

  private final Meaning meaning;
  private final String owner;
  private final Set<String> declared;
  private int calls;

  Inlining(Meaning meaning, Body body) {
    this.meaning = meaning;
    this.owner = body.owner();
    this.declared = new HashSet<>(body.parameters());
    Renaming.declared(body.code()).forEach(declared::add);
  }

  /** Returns what a statement does, without the call that it begins with. */
  Optional<List<Piece>> of(Piece statement) {
    Optional<Piece> call = first(statement);
    Optional<Body> body = call.flatMap(meaning::helper).filter(this::fits);
    return body.isPresent() && ++calls <= MOST_CALLS
        ? written(statement, call.get(), body.get())
        : Optional.empty();
  }

  /** Returns how much there is to pieces, with what they call. */
  int size(List<Piece> pieces) {
    return size(pieces, 0);
  }

  private int size(List<Piece> pieces, int depth) {
    return pieces.stream()
        .mapToInt(piece -> 1 + size(piece.parts(), depth) + sizeOfCalled(piece, depth))
        .sum();
  }

  private int sizeOfCalled(Piece piece, int depth) {
    return depth == DEEPEST_SIZED
        ? 0
        : meaning.helper(piece).map(b -> size(List.of(b.code()), depth + 1)).orElse(0);
  }

  private boolean fits(Body body) {
    return body.isPrivate()
        && body.owner().equals(owner)
        && !contains(body.code(), Kind.CLASS)
        && !reaches(body.code(), body, new HashSet<>());
  }

  private static boolean contains(Piece piece, Kind kind) {
    return piece.is(kind) || piece.parts().stream().anyMatch(part -> contains(part, kind));
  }

  private boolean reaches(Piece piece, Body body, Set<String> known) {
    Optional<Body> next = meaning.helper(piece);
    return next.filter(b -> b.place().equals(body.place())).isPresent()
        || next.filter(b -> known.add(b.place()) && reaches(b.code(), body, known)).isPresent()
        || piece.parts().stream().anyMatch(part -> reaches(part, body, known));
  }

  /** Returns the call of an own method that a piece begins with, before anything else is done. */
  private Optional<Piece> first(Piece piece) {
    return switch (piece.kind()) {
      case CALL ->
          piece.part(0).is(Kind.NONE) && meaning.helper(piece).isPresent()
              ? Optional.of(piece)
              : firstOf(piece);
      case NEW -> firstOf(piece);
      case STATEMENT -> piece.text().isEmpty() ? first(piece.part(0)) : Optional.empty();
      case LOCAL, RETURN, THROW, IF, EACH, BINARY, CONDITIONAL, INSTANCE_OF, FIELD ->
          first(piece.part(0));
      case UNARY -> piece.text().length() == 2 ? first(piece.part(0)) : Optional.empty();
      case ASSIGN -> isLocal(piece.part(0)) ? first(piece.part(1)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What is only named before a call may as well be named behind it. */
  private Optional<Piece> firstOf(Piece piece) {
    boolean isCall = piece.is(Kind.CALL);
    boolean isNamed = isCall && Set.of(Kind.NAME, Kind.FIELD).contains(piece.part(0).kind());
    return piece.parts().stream()
        .skip(isNamed ? 1 : 0)
        .filter(part -> !isFixed(part))
        .findFirst()
        .flatMap(this::first);
  }

  private boolean isFixed(Piece piece) {
    return piece.is(Kind.NONE) || piece.is(Kind.LITERAL) || isLocal(piece);
  }

  private boolean isLocal(Piece piece) {
    boolean isName = piece.is(Kind.NAME);
    return isName && (declared.contains(piece.text()) || Renaming.isRenamed(piece.text()));
  }

  private Optional<List<Piece>> written(Piece statement, Piece call, Body body) {
    Renaming names = new Renaming(calls);
    List<Piece> before = bound(call, body, names);
    List<Piece> code = names.of(body.code()).parts();
    boolean isVoid = body.type().equals("void");
    return Collections.disjoint(names.free(), declared)
        ? returning(statement, call, code, isVoid).map(written -> joined(before, written))
        : Optional.empty();
  }

  /**
   * Has parameters stand for what they are given; declares those that are given more than a name.
   */
  private List<Piece> bound(Piece call, Body body, Renaming names) {
    List<Piece> locals = new ArrayList<>();
    for (int i = 0; i < body.parameters().size(); i++) {
      String name = body.parameters().get(i);
      Piece given = call.part(i + 1);
      boolean isSame = isFixed(given) && !given.is(Kind.NONE) && !assigns(body.code(), name);
      names.put(name, isSame ? given : piece(Kind.NAME, names.name(name), given));
      if (!isSame) {
        locals.add(piece(Kind.LOCAL, names.name(name), given, given));
      }
    }
    return locals;
  }

  private static boolean assigns(Piece piece, String name) {
    boolean changes = piece.is(Kind.ASSIGN) || piece.is(Kind.UNARY) && piece.text().length() == 3;
    return changes && piece.part(0).text().equals(name)
        || piece.parts().stream().anyMatch(part -> assigns(part, name));
  }

  private Optional<List<Piece>> returning(
      Piece statement, Piece call, List<Piece> code, boolean isVoid) {
    boolean isWhole = !statement.parts().isEmpty() && statement.part(0) == call;
    UnaryOperator<Piece> use = value -> Folding.of(statement, call, value);
    if (statement.is(Kind.RETURN) && isWhole) {
      return Optional.of(code);
    } else if (statement.is(Kind.STATEMENT) && isWhole) {
      return new Returns(Inlining::done, isVoid, true).in(code);
    } else if (statement.is(Kind.LOCAL)) {
      Piece local = piece(Kind.NAME, statement.text(), statement);
      return isStraight(code)
          ? new Returns(value -> List.of(use.apply(value)), isVoid, false).in(code)
          : into(local, value -> use.apply(value).part(0), isWhole, code);
    }
    return new Returns(value -> statements(use.apply(value)), isVoid, false)
        .in(code)
        .or(() -> kept(code, use, call));
  }

  /** Keeps the result in a variable of its own. */
  private Optional<List<Piece>> kept(List<Piece> code, UnaryOperator<Piece> use, Piece call) {
    Piece result = piece(Kind.NAME, new Renaming(calls).name("result"), call);
    return into(result, UnaryOperator.identity(), true, code)
        .map(written -> joined(written, List.of(use.apply(result))));
  }

  private static Optional<List<Piece>> into(
      Piece local, UnaryOperator<Piece> use, boolean mayBeTried, List<Piece> code) {
    Piece declared = piece(Kind.LOCAL, local.text(), local, Piece.NONE);
    Function<Piece, List<Piece>> assigned =
        value -> {
          Piece assignment = piece(Kind.ASSIGN, "=", value, local, use.apply(value));
          return List.of(piece(Kind.STATEMENT, "", value, assignment));
        };
    return new Returns(assigned, false, mayBeTried)
        .in(code)
        .map(written -> joined(List.of(declared), written));
  }

  private static boolean isStraight(List<Piece> code) {
    int last = code.size() - 1;
    return last >= 0
        && code.get(last).is(Kind.RETURN)
        && code.subList(0, last).stream().noneMatch(Returns::returns);
  }

  /** Returns what is left of a result that nobody uses. */
  private static List<Piece> done(Piece value) {
    return does(value) ? List.of(piece(Kind.STATEMENT, "", value, value)) : List.of();
  }

  private static boolean does(Piece value) {
    return switch (value.kind()) {
      case CALL, NEW, ASSIGN, UNARY, OTHER -> true;
      default -> value.parts().stream().anyMatch(Inlining::does);
    };
  }

  private static List<Piece> statements(Piece statement) {
    return statement.is(Kind.NONE) ? List.of() : List.of(statement);
  }

  static List<Piece> joined(List<Piece> one, List<Piece> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
