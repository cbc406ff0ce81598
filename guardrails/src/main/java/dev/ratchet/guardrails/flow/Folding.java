package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;

/** Puts a value in the place of a call, and leaves out the choices that it decides. */
final class Folding {
  private final Piece call;
  private final Piece value;

  private Folding(Piece call, Piece value) {
    this.call = call;
    this.value = value;
  }

  /** Returns a statement with a value in the place of a call; NONE if nothing is left of it. */
  static Piece of(Piece statement, Piece call, Piece value) {
    return new Folding(call, value).of(statement);
  }

  private Piece of(Piece piece) {
    if (piece == call) {
      return value;
    }
    if (piece.parts().isEmpty() || !has(piece)) {
      return piece;
    }
    Piece put = NormalForm.with(piece, piece.parts().stream().map(this::of).toList());
    return switch (put.kind()) {
      case IF, CONDITIONAL -> choice(put);
      case BINARY -> operation(put);
      case UNARY -> negated(put);
      default -> put;
    };
  }

  private boolean has(Piece piece) {
    return piece == call || piece.parts().stream().anyMatch(this::has);
  }

  private static Piece choice(Piece choice) {
    Piece condition = choice.part(0);
    return is(condition, "true")
        ? choice.part(1)
        : is(condition, "false") ? choice.part(2) : choice;
  }

  private static Piece operation(Piece operation) {
    Piece left = operation.part(0);
    String decides = operation.text().equals("||") ? "true" : "false";
    String leaves = operation.text().equals("||") ? "false" : "true";
    if (!operation.text().equals("||") && !operation.text().equals("&&")) {
      return operation;
    }
    return is(left, decides) ? left : is(left, leaves) ? operation.part(1) : operation;
  }

  private static Piece negated(Piece operation) {
    Piece operand = operation.part(0);
    boolean isKnown = is(operand, "true") || is(operand, "false");
    return operation.text().equals("!_") && isKnown
        ? NormalForm.piece(Kind.LITERAL, is(operand, "true") ? "false" : "true", operand)
        : operation;
  }

  private static boolean is(Piece piece, String literal) {
    return piece.is(Kind.LITERAL) && piece.text().equals(literal);
  }
}
