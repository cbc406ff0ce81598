package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What calls did so far, by name: the parameter of a lambda has no type to be seen, where the
 * variable of the loop had one.
 */
final class KnownCalls {
  private final PlainCalls plain;
  private final List<Body> bodies;
  private final Set<String> computing = new HashSet<>();
  private boolean isRead;

  KnownCalls(PlainCalls plain, List<Body> bodies) {
    this.plain = plain;
    this.bodies = bodies;
  }

  /** Returns whether all calls of that name in a type only computed a value. */
  boolean isPlain(String type, Piece call) {
    if (!isRead) {
      isRead = true;
      Set<String> working = new HashSet<>();
      bodies.forEach(body -> collect(body.code(), body.owner(), working));
      computing.removeAll(working);
    }
    return call.is(Kind.CALL) && computing.contains(name(type, call));
  }

  private void collect(Piece piece, String type, Set<String> working) {
    if (piece.is(Kind.CALL)) {
      (plain.work(piece, false).isEmpty() ? computing : working).add(name(type, piece));
    }
    piece.parts().forEach(part -> collect(part, type, working));
  }

  private static String name(String type, Piece call) {
    return type + "#" + call.text() + "/" + call.parts().size();
  }
}
