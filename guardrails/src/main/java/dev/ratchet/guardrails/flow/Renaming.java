package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives the local variables of a body names that no other body has. */
final class Renaming {
  private static final String MARK = " in call ";

  private final String end;
  private final Set<String> free = new HashSet<>();
  private Map<String, Piece> scope = new HashMap<>();

  Renaming(int call) {
    this.end = MARK + call;
  }

  static boolean isRenamed(String name) {
    return name.contains(MARK);
  }

  /** Returns the names of the local variables that a piece declares. */
  static Stream<String> declared(Piece piece) {
    Stream<String> here =
        switch (piece.kind()) {
          case LOCAL, EACH -> Stream.of(piece.text());
          case LAMBDA -> Arrays.stream(piece.text().split(","));
          case CATCH -> Stream.of(piece.part(0).text());
          case INSTANCE_OF -> Stream.of(piece.part(1).text());
          default -> Stream.empty();
        };
    return Stream.concat(here, piece.parts().stream().flatMap(Renaming::declared));
  }

  String name(String name) {
    return name + end;
  }

  /** Has a name stand for a piece. */
  void put(String name, Piece meant) {
    scope.put(name, meant);
  }

  /** Returns the names that are those of no local variable. */
  Set<String> free() {
    return free;
  }

  Piece of(Piece piece) {
    return switch (piece.kind()) {
      case NAME -> name(piece);
      case LOCAL -> {
        List<Piece> value = parts(piece);
        declare(piece.text(), piece);
        yield with(piece, name(piece.text()), value);
      }
      case BLOCK -> piece.text().equals("locals") ? inside(piece) : within(() -> inside(piece));
      case LOOP, TRY -> within(() -> with(piece, piece.text(), open(piece)));
      case EACH -> {
        Piece elements = of(piece.part(0));
        yield within(
            () -> {
              declare(piece.text(), piece);
              return with(piece, name(piece.text()), List.of(elements, of(piece.part(1))));
            });
      }
      case LAMBDA -> within(() -> lambda(piece));
      case CATCH ->
          within(
              () -> {
                declare(piece.part(0).text(), piece);
                return inside(piece);
              });
      case INSTANCE_OF -> {
        declare(piece.part(1).text(), piece);
        yield inside(piece);
      }
      default -> inside(piece);
    };
  }

  private Piece name(Piece name) {
    Piece meant = scope.get(name.text());
    if (meant == null) {
      free.add(name.text());
      return name;
    }
    return new Piece(meant.kind(), meant.text(), List.of(), name.use(), name.line());
  }

  private void declare(String name, Piece at) {
    scope.put(name, NormalForm.piece(Kind.NAME, name(name), at));
  }

  private Piece lambda(Piece lambda) {
    List<String> names = Arrays.asList(lambda.text().split(","));
    names.forEach(name -> declare(name, lambda));
    String text = names.stream().map(this::name).collect(Collectors.joining(","));
    return with(lambda, lambda.text().isEmpty() ? "" : text, parts(lambda));
  }

  /** What a loop or a try statement begins with is seen in the rest of it. */
  private List<Piece> open(Piece piece) {
    List<Piece> parts = new ArrayList<>();
    parts.add(inside(piece.part(0)));
    piece.parts().stream().skip(1).map(this::of).forEach(parts::add);
    return parts;
  }

  private Piece inside(Piece piece) {
    return with(piece, piece.text(), parts(piece));
  }

  private List<Piece> parts(Piece piece) {
    return piece.parts().stream().map(this::of).toList();
  }

  private Piece within(Supplier<Piece> renaming) {
    Map<String, Piece> outer = scope;
    scope = new HashMap<>(outer);
    Piece renamed = renaming.get();
    scope = outer;
    return renamed;
  }

  private static Piece with(Piece piece, String text, List<Piece> parts) {
    return new Piece(piece.kind(), text, parts, piece.use(), piece.line());
  }
}
