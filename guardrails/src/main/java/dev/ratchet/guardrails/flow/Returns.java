package dev.ratchet.guardrails.flow;

import static dev.ratchet.guardrails.flow.NormalForm.block;
import static dev.ratchet.guardrails.flow.NormalForm.piece;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Has something done with the result of a body where the body returns it. */
final class Returns {
  private static final int MOST_STEPS = 200;

  private final Function<Piece, List<Piece>> use;
  private final boolean isVoid;
  private final boolean mayBeTried;
  private int steps;

  /**
   * Returns a way to write bodies.
   *
   * @param use what is done with a result
   * @param isVoid whether a body also returns where it ends
   * @param mayBeTried whether that may be done where the body handles exceptions
   */
  Returns(Function<Piece, List<Piece>> use, boolean isVoid, boolean mayBeTried) {
    this.use = use;
    this.isVoid = isVoid;
    this.mayBeTried = mayBeTried;
  }

  /** Returns the statements of a body, if all of their returns can be replaced. */
  Optional<List<Piece>> in(List<Piece> code) {
    if (!fits(code)) {
      return Optional.empty();
    }
    List<Piece> written = flow(code);
    return steps > MOST_STEPS ? Optional.empty() : Optional.of(written);
  }

  /** Returns whether a piece leaves its body with a result somewhere. */
  static boolean returns(Piece piece) {
    boolean isOther = piece.is(Kind.LAMBDA) || piece.is(Kind.CLASS);
    return piece.is(Kind.RETURN) || !isOther && piece.parts().stream().anyMatch(Returns::returns);
  }

  private boolean fits(List<Piece> code) {
    return IntStream.range(0, code.size())
        .allMatch(i -> fits(code.get(i), i == code.size() - 1 || Reaction.leaves(code.get(i))));
  }

  private boolean fits(Piece piece, boolean isLast) {
    if (!returns(piece)) {
      return true;
    }
    return switch (piece.kind()) {
      case RETURN -> true;
      case BLOCK -> fits(piece.parts());
      case IF -> fits(piece.part(1), isLast) && fits(piece.part(2), isLast);
      case TRY ->
          mayBeTried
              && isLast
              && !returns(piece.last())
              && piece.parts().stream().filter(p -> !p.is(Kind.NONE)).allMatch(this::fitsTried);
      case EACH, LOOP, DO -> leaves(piece);
      default -> false;
    };
  }

  private boolean fitsTried(Piece part) {
    return fits(part.is(Kind.CATCH) ? part.part(1) : part, true);
  }

  /** Where a loop ends with a return, what takes its place has to end it too. */
  private boolean leaves(Piece piece) {
    if (piece.is(Kind.RETURN)) {
      List<Piece> used = use.apply(piece.part(0));
      return !used.isEmpty()
          && Reaction.leaves(used.get(used.size() - 1))
          && used.stream().noneMatch(Returns::jumps);
    }
    return !returns(piece) || !piece.is(Kind.TRY) && piece.parts().stream().allMatch(this::leaves);
  }

  private static boolean jumps(Piece piece) {
    return piece.is(Kind.BREAK)
        || piece.is(Kind.CONTINUE)
        || piece.parts().stream().anyMatch(Returns::jumps);
  }

  private List<Piece> flow(List<Piece> code) {
    if (++steps > MOST_STEPS) {
      return List.of();
    } else if (code.isEmpty()) {
      return isVoid ? use.apply(Piece.NONE) : List.of();
    }
    Piece first = code.get(0);
    List<Piece> rest = code.subList(1, code.size());
    if (!returns(first)) {
      return Reaction.leaves(first) ? List.of(first) : Inlining.joined(List.of(first), flow(rest));
    }
    return switch (first.kind()) {
      case RETURN -> use.apply(first.part(0));
      case BLOCK -> flow(Inlining.joined(first.parts(), rest));
      case IF -> List.of(choice(first, rest));
      case TRY -> List.of(attempt(first));
      default -> Inlining.joined(List.of(replaced(first)), flow(rest));
    };
  }

  private Piece choice(Piece choice, List<Piece> rest) {
    Piece then = branch(choice.part(1), rest);
    return piece(Kind.IF, "", choice, choice.part(0), then, branch(choice.part(2), rest));
  }

  private Piece branch(Piece branch, List<Piece> rest) {
    boolean isNothing = branch.is(Kind.NONE);
    return block(flow(isNothing ? rest : Inlining.joined(List.of(branch), rest)), branch);
  }

  private Piece attempt(Piece attempt) {
    List<Piece> parts = attempt.parts();
    int last = parts.size() - 1;
    return NormalForm.with(
        attempt,
        IntStream.range(0, parts.size())
            .mapToObj(i -> i == 0 || i == last ? parts.get(i) : tried(parts.get(i)))
            .toList());
  }

  private Piece tried(Piece part) {
    return part.is(Kind.CATCH)
        ? NormalForm.with(part, List.of(part.part(0), tried(part.part(1))))
        : block(flow(List.of(part)), part);
  }

  private Piece replaced(Piece piece) {
    if (piece.is(Kind.RETURN)) {
      return block(use.apply(piece.part(0)), piece);
    }
    return returns(piece)
        ? NormalForm.with(piece, piece.parts().stream().map(this::replaced).toList())
        : piece;
  }
}
