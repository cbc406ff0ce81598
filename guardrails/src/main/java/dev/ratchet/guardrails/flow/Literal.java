package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the conditions that have to hold together.
 *
 * @param piece the condition
 * @param holds whether it has to be true or false
 */
record Literal(Piece piece, boolean holds) {
  /** Returns what has to hold for a condition to have an outcome, one by one. */
  static List<Literal> of(Piece condition, boolean outcome) {
    List<Literal> literals = new ArrayList<>();
    collect(condition, outcome, literals);
    return literals;
  }

  static boolean isNegated(Piece condition) {
    return condition.is(Kind.UNARY) && condition.text().equals("!_");
  }

  private static void collect(Piece piece, boolean outcome, List<Literal> into) {
    if (isNegated(piece)) {
      collect(piece.part(0), !outcome, into);
    } else if (piece.is(Kind.BINARY) && piece.text().equals(outcome ? "&&" : "||")) {
      collect(piece.part(0), outcome, into);
      collect(piece.part(1), outcome, into);
    } else {
      into.add(new Literal(piece, outcome));
    }
  }

  String term(Terms terms) {
    String term = (holds ? "" : "!") + terms.of(piece);
    return term.startsWith("!!") ? term.substring(2) : term;
  }

  /** Returns what its value is used for beside the others. */
  String way(Terms terms, List<Literal> all) {
    String others =
        all.stream()
            .filter(other -> other != this)
            .map(other -> other.term(terms))
            .sorted()
            .collect(Collectors.joining("\n", "&{", "}&"));
    return (holds ? "" : "!") + others;
  }
}
