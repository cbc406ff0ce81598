package dev.ratchet.guardrails.flow;

import static dev.ratchet.guardrails.flow.NormalForm.not;
import static dev.ratchet.guardrails.flow.NormalForm.piece;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.List;

/** Writes expressions that mean the same in one way. */
final class Spelling {
  private final Meaning meaning;

  Spelling(Meaning meaning) {
    this.meaning = meaning;
  }

  Piece of(Piece piece) {
    return switch (piece.kind()) {
      case CALL -> presence(piece);
      case BINARY -> comparison(piece);
      default -> piece;
    };
  }

  /** What a call gives is there if it is not empty. */
  private static Piece presence(Piece call) {
    boolean asks = call.text().equals("isPresent") && call.parts().size() == 1;
    return asks && call.part(0).is(Kind.CALL)
        ? not(new Piece(Kind.CALL, "isEmpty", call.parts(), call.use(), call.line()))
        : call;
  }

  /** A lambda that only hands on to a safeguard what it is given is a reference to it. */
  Piece function(Piece lambda) {
    Piece body = lambda.part(0);
    Piece only = body.is(Kind.BLOCK) && body.parts().size() == 1 ? body.part(0) : body;
    if (!only.is(Kind.RETURN)) {
      return lambda;
    }
    Piece call = only.part(0);
    return call.is(Kind.CALL) && handsOn(lambda, call) && meaning.guard(call).isPresent()
        ? new Piece(Kind.REFERENCE, call.text(), List.of(call.part(0)), call.use(), call.line())
        : NormalForm.with(lambda, List.of(only));
  }

  private static boolean handsOn(Piece lambda, Piece call) {
    Piece receiver = call.part(0);
    List<String> given =
        Terms.rest(call).stream().map(part -> part.is(Kind.NAME) ? part.text() : "").toList();
    boolean isPlain = receiver.is(Kind.NAME) && !given.contains(receiver.text());
    return isPlain && given.equals(List.of(lambda.text().split(",")));
  }

  /** What is different is not the same, and what is more has the other below it. */
  private static Piece comparison(Piece piece) {
    Piece left = piece.part(0);
    Piece right = piece.part(1);
    boolean turns = left.is(Kind.LITERAL) != right.is(Kind.LITERAL) && left.is(Kind.LITERAL);
    boolean isPlain = !left.is(Kind.LITERAL) && !right.is(Kind.LITERAL);
    return switch (piece.text()) {
      case "!=" ->
          isPlain
              ? not(piece(Kind.BINARY, "==", piece, left, right))
              : turns ? mirrored(piece) : piece;
      case ">", ">=" -> isPlain || turns ? mirrored(piece) : piece;
      case "<", "<=", "==" -> turns ? mirrored(piece) : piece;
      default -> piece;
    };
  }

  private static Piece mirrored(Piece piece) {
    String sign = piece.text();
    String turned = sign.startsWith("<") ? sign.replace('<', '>') : sign.replace('>', '<');
    return piece(Kind.BINARY, turned, piece, piece.part(1), piece.part(0));
  }
}
