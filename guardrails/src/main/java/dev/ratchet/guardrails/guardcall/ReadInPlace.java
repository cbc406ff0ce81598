package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The private methods that are only read where they are called, since every call of them is found.
 *
 * <p>A call that may be one of theirs and can't be told, or stands too deep in calls to be read,
 * has them stand for themselves as well.
 */
final class ReadInPlace {
  private static final int DEEPEST = 6;
  private static final Pattern TYPE = Pattern.compile("([\\w$]+\\.)*[A-Z][\\w$]*#");

  private final GuardedVersion version;
  private final List<Body> all;
  private final Map<String, List<Piece>> calls = new HashMap<>();
  private final Map<Body, List<Body>> callers = new IdentityHashMap<>();
  private final Map<Body, Integer> depths = new IdentityHashMap<>();

  ReadInPlace(GuardedVersion version, List<Body> all) {
    this.version = version;
    this.all = all;
    all.forEach(body -> collect(body.code(), body));
  }

  private void collect(Piece piece, Body in) {
    if (piece.is(Kind.CALL) || piece.is(Kind.REFERENCE)) {
      calls.computeIfAbsent(piece.text(), name -> new ArrayList<>()).add(piece);
      version
          .helper(piece)
          .filter(body -> body != in)
          .ifPresent(b -> callers.computeIfAbsent(b, key -> new ArrayList<>()).add(in));
    }
    piece.parts().forEach(part -> collect(part, in));
  }

  /** Returns whether no other body is called as one is. */
  static boolean isAlone(Body body, Stream<Body> all) {
    return all.noneMatch(other -> other != body && other.signature().equals(body.signature()));
  }

  boolean contains(Body body) {
    return body.isPrivate()
        && version.isHelper(body)
        && callers.containsKey(body)
        && depth(body) <= DEEPEST
        && calls.getOrDefault(body.name(), List.of()).stream().noneMatch(c -> escapes(c, body));
  }

  /** Where calls run in a circle, each body of it is read in the one before. */
  private int depth(Body body) {
    Integer known = depths.putIfAbsent(body, 0);
    if (known == null) {
      Stream<Body> between =
          callers.getOrDefault(body, List.of()).stream().filter(version::isHelper);
      known = 1 + between.mapToInt(this::depth).max().orElse(0);
      depths.put(body, known);
    }
    return known;
  }

  /** A method for any number of things may be called with more or fewer than are declared. */
  private boolean escapes(Piece call, Body body) {
    boolean mayFit =
        call.is(Kind.REFERENCE)
            || call.parts().size() - 1 == body.parameters().size()
            || body.place().endsWith("[])");
    return mayFit && version.helper(call).filter(b -> b == body).isEmpty() && mayBeOf(call, body);
  }

  private boolean mayBeOf(Piece call, Body body) {
    List<String> types =
        call.use().stream()
            .flatMap(version::readings)
            .filter(reading -> reading.endsWith("#" + call.text()))
            .filter(reading -> TYPE.matcher(reading).lookingAt())
            .toList();
    return types.isEmpty() || types.contains(body.owner() + "#" + body.name());
  }
}
