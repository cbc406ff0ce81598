package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import dev.ratchet.guardrails.source.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What kind of thing a safeguard is, by what it does: not all of them decide. */
final class SafeguardNature {
  private static final int DEEPEST = 5;
  private static final Set<String> NO_DATA =
      Set.of(
          "", "void", "boolean", "Boolean", "int", "long", "short", "byte", "char", "float",
          "double");

  private final Predicate<String> own;
  private final Function<String, JavaSource> sourceOf;
  private final Map<String, Boolean> recorders = new HashMap<>();

  SafeguardNature(Predicate<String> own, Function<String, JavaSource> sourceOf) {
    this.own = own;
    this.sourceOf = sourceOf;
  }

  /** Returns whether a safeguard only notes what it is told: it answers and refuses nothing. */
  boolean isRecorder(String member) {
    return recorders.computeIfAbsent(
        member,
        name -> {
          List<Body> bodies = bodies(name);
          return !bodies.isEmpty()
              && bodies.stream().allMatch(b -> b.type().equals("void") && !refuses(b, 0));
        });
  }

  /** Returns whether a safeguard makes the thing that is worked with, and so decides by that. */
  boolean givesData(String member) {
    List<Body> bodies = bodies(member);
    return !bodies.isEmpty() && bodies.stream().allMatch(SafeguardNature::isData);
  }

  /** Returns whether a body makes a thing, and no number, yes or no. */
  static boolean isData(Body body) {
    return !NO_DATA.contains(body.type());
  }

  /** Returns whether a safeguard makes another thing of the same type of what it is given. */
  boolean cleans(String member) {
    List<Body> bodies = bodies(member);
    return givesData(member) && bodies.stream().allMatch(SafeguardNature::takesWhatItGives);
  }

  private static boolean takesWhatItGives(Body body) {
    String place = body.place();
    String parameters = place.substring(place.indexOf('(') + 1, place.lastIndexOf(')'));
    return List.of(parameters.split(",")).contains(body.type());
  }

  private List<Body> bodies(String member) {
    int hash = member.indexOf('#');
    if (hash < 0) {
      return List.of();
    }
    String type = member.substring(0, hash);
    return sourceOf.apply(type).bodies().stream()
        .filter(body -> body.owner().equals(type))
        .filter(body -> body.name().equals(member.substring(hash + 1)))
        .filter(body -> body.place().contains("("))
        .toList();
  }

  private boolean refuses(Body body, int depth) {
    return body.code().is(Kind.NONE) || depth > DEEPEST || refuses(body.code(), depth);
  }

  private boolean refuses(Piece piece, int depth) {
    return piece.is(Kind.THROW)
        || piece.is(Kind.CALL) && piece.use().filter(use -> refuses(use, depth)).isPresent()
        || piece.parts().stream().anyMatch(part -> refuses(part, depth));
  }

  private boolean refuses(Use use, int depth) {
    return use.readings(own).stream()
        .filter(reading -> reading.contains("#") && !reading.startsWith("java."))
        .flatMap(reading -> bodies(reading).stream())
        .anyMatch(body -> refuses(body, depth + 1));
  }
}
