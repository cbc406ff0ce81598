package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.HashSet;
import java.util.Set;

/** What the branches of a choice come to: how they leave, and with what if that is fixed. */
final class Reaction {
  private static final Set<Kind> LEAVING =
      Set.of(Kind.RETURN, Kind.THROW, Kind.BREAK, Kind.CONTINUE, Kind.YIELD);

  private final Terms terms;
  private final boolean isHelper;
  private final Set<String> declared = new HashSet<>();

  /**
   * Returns reactions as they read in a body.
   *
   * @param isHelper whether a return leads back into a calling body
   */
  Reaction(Terms terms, boolean isHelper) {
    this.terms = terms;
    this.isHelper = isHelper;
  }

  static boolean isLeave(Piece piece) {
    return LEAVING.contains(piece.kind());
  }

  /** Returns whether nothing comes after a statement. */
  static boolean leaves(Piece piece) {
    return switch (piece.kind()) {
      case BLOCK -> !piece.parts().isEmpty() && leaves(piece.last());
      case IF -> leaves(piece.part(1)) && leaves(piece.part(2));
      case TRY -> leaves(piece.part(1)) && handlersLeave(piece);
      default -> isLeave(piece);
    };
  }

  private static boolean handlersLeave(Piece attempt) {
    return attempt.parts().stream().filter(p -> p.is(Kind.CATCH)).allMatch(p -> leaves(p.part(1)));
  }

  String of(Piece then, Piece otherwise) {
    return "{" + of(then) + "|" + of(otherwise) + "}";
  }

  String of(Piece branch) {
    if (!leaves(branch)) {
      return "goes on";
    }
    declared.clear();
    collect(branch);
    Piece last = branch;
    while (last.is(Kind.BLOCK)) {
      last = last.last();
    }
    return leave(last);
  }

  private String leave(Piece leave) {
    return switch (leave.kind()) {
      case RETURN -> (isHelper ? "goes back " : "returns ") + value(leave.part(0));
      case THROW -> "throws " + thrown(leave.part(0));
      case YIELD -> "yields " + value(leave.part(0));
      case BREAK, CONTINUE -> leave.kind() + leave.text();
      default -> "leaves";
    };
  }

  private String thrown(Piece exception) {
    return exception.is(Kind.NEW) ? exception.text() : terms.of(exception);
  }

  private void collect(Piece piece) {
    if (piece.is(Kind.LOCAL) || piece.is(Kind.EACH)) {
      declared.add(piece.text());
    }
    piece.parts().forEach(this::collect);
  }

  /**
   * Returns a value that is the same each time, or what a sum of words begins with; other values
   * are the work that is guarded.
   */
  String value(Piece piece) {
    if (piece.is(Kind.BINARY) && piece.text().equals("+")) {
      return value(piece.part(0));
    }
    return isFixed(piece) ? terms.of(piece) : "a value";
  }

  boolean isFixed(Piece piece) {
    return switch (piece.kind()) {
      case NONE, LITERAL -> true;
      case NAME -> !terms.isChanging(piece) && !declared.contains(piece.text());
      case FIELD, UNARY, BINARY -> piece.parts().stream().allMatch(this::isFixed);
      case CALL -> piece.parts().size() == 1 && isFixed(piece.part(0));
      default -> false;
    };
  }
}
