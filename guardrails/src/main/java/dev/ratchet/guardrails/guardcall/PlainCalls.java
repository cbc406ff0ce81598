package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Interruption;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import dev.ratchet.guardrails.source.Use;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells calls that only compute a value from those that do something others can see. */
final class PlainCalls {
  private static final int DEEPEST = 4;
  private static final String MADE = "made ";
  private static final Set<String> OF_JAVA_LANG =
      words(
          "String StringBuilder StringBuffer Integer Long Double Float Short Byte Character Boolean"
              + " Math StrictMath Number CharSequence Iterable Enum Record Object Comparable");
  private static final Set<String> FOR_ANY_CODE =
      words("Runnable Callable Executor ExecutorService Iterator Thread Process Timer Iterable");
  private static final Set<String> FIXED =
      words(
          "String Integer Long Double Float Short Byte Character Boolean Math StrictMath Number"
              + " CharSequence Optional OptionalInt OptionalLong Objects BigInteger BigDecimal Path"
              + " Duration Instant LocalDate Locale Pattern Matcher Stream IntStream Collectors");
  private static final Set<String> LOGS = words("Logger Log");
  private static final Set<String> READING =
      words(
          "get getOrDefault size isEmpty contains containsKey containsValue containsAll length"
              + " charAt indexOf lastIndexOf substring trim strip toLowerCase toUpperCase startsWith"
              + " endsWith equals equalsIgnoreCase hashCode toString compareTo keySet values"
              + " entrySet getKey getValue first last peek stream iterator subList toArray isBlank"
              + " split lines repeat replace chars orElse orElseThrow isPresent filter map mapToInt"
              + " mapToLong mapToObj flatMap sorted distinct limit skip collect toList count sum"
              + " max min average anyMatch allMatch noneMatch findFirst findAny boxed name ordinal"
              + " format formatted concat join valueOf intValue longValue doubleValue copyOf of"
              + " floorKey ceilingKey firstKey lastKey headMap tailMap abs negate");

  private final Predicate<String> own;
  private final Function<String, JavaSource> sourceOf;
  private final Map<Body, Boolean> plain = new IdentityHashMap<>();
  private final Map<Use, Optional<String>> types = new IdentityHashMap<>();

  /**
   * Returns the calls of one version of a program.
   *
   * @param own whether the program declares a type
   * @param sourceOf what the file of a type says, by its full name
   */
  PlainCalls(Predicate<String> own, Function<String, JavaSource> sourceOf) {
    this.own = own;
    this.sourceOf = sourceOf;
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /** Returns what a call, creation or reference does beyond computing, as a name for it. */
  Optional<String> work(Piece piece, boolean isFresh) {
    return work(piece, isFresh, 0);
  }

  private Optional<String> work(Piece piece, boolean isFresh, int depth) {
    if (piece.use().isEmpty()) {
      return piece.is(Kind.CALL) && !isConstructorCall(piece)
          ? Optional.of("?#" + piece.text())
          : Optional.empty();
    }
    Use use = piece.use().get();
    String member = use.member().orElse(piece.text());
    Optional<String> type = type(piece, use);
    if (type.isEmpty()) {
      return READING.contains(member) && !piece.is(Kind.REFERENCE)
          ? Optional.empty()
          : Optional.of("?#" + member);
    }
    boolean harmless =
        type.get().startsWith("java.")
            ? isHarmless(piece, type.get(), member, isFresh)
            : LOGS.contains(simple(type.get())) || isPlain(type.get(), piece, member, depth);
    return harmless ? Optional.empty() : Optional.of(type.get() + "#" + member);
  }

  private static boolean isConstructorCall(Piece piece) {
    return piece.text().equals("this") || piece.text().equals("super");
  }

  /** Returns the type that a use is most exactly of; in a chain, what the call before it gives. */
  private Optional<String> type(Piece piece, Use use) {
    Optional<String> exact = types.computeIfAbsent(use, this::mostExact);
    return exact.isEmpty() && piece.is(Kind.CALL) ? given(piece.part(0)) : exact;
  }

  /** Returns the type of what a call of a method of the program gives. */
  private Optional<String> given(Piece receiver) {
    if (!receiver.is(Kind.CALL) || receiver.use().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> type = type(receiver, receiver.use().get()).filter(own);
    return type.flatMap(t -> declared(t, receiver.text()).flatMap(written -> named(t, written)));
  }

  /** Returns what a method or component of a type is declared as, if all of its name are. */
  private Optional<String> declared(String type, String name) {
    List<Body> bodies = bodies(type, name);
    List<String> written =
        bodies.isEmpty()
            ? components(type, name).map(Member::text).map(t -> t.split(" ")[0]).toList()
            : bodies.stream().map(Body::type).distinct().toList();
    return written.size() == 1 ? Optional.of(written.get(0)) : Optional.empty();
  }

  /** Returns the type of the program that the file of another one means by a simple name. */
  private Optional<String> named(String type, String written) {
    return sourceOf.apply(type).uses().stream()
        .filter(use -> use.member().isEmpty())
        .flatMap(use -> use.readings(own).stream())
        .filter(reading -> reading.endsWith("." + written))
        .filter(own)
        .findFirst();
  }

  private Optional<String> mostExact(Use use) {
    return use.readings(own).stream()
        .filter(reading -> reading.contains("#"))
        .map(reading -> reading.substring(0, reading.indexOf('#')))
        .filter(type -> Character.isUpperCase(simple(type).charAt(0)))
        .filter(type -> !isOfJavaLang(type) || OF_JAVA_LANG.contains(simple(type)))
        .findFirst();
  }

  private static boolean isOfJavaLang(String type) {
    return type.startsWith("java.lang.") && type.indexOf('.', "java.lang.".length()) < 0;
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static boolean isHarmless(Piece piece, String type, String member, boolean isFresh) {
    if (type.startsWith("java.util.function.") || FOR_ANY_CODE.contains(simple(type))) {
      return piece.is(Kind.NEW);
    }
    return piece.is(Kind.NEW)
        || piece.is(Kind.REFERENCE)
        || isFresh
        || FIXED.contains(simple(type))
        || READING.contains(member)
        || isStatic(piece, type)
        || LOGS.contains(simple(type));
  }

  private static boolean isStatic(Piece piece, String type) {
    Piece receiver = piece.part(0);
    return receiver.is(Kind.NONE) || receiver.text().equals(simple(type));
  }

  /** A method of the program is plain if what it does is: it calls and writes nothing. */
  private boolean isPlain(String type, Piece piece, String member, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    String name = member.equals("new") ? simple(type) : member;
    List<Body> bodies = bodies(type, name);
    boolean isAccessor = piece.is(Kind.CALL) && piece.parts().size() == 1;
    return bodies.isEmpty()
        ? member.equals("new") || isAccessor && isRecord(type, name)
        : bodies.stream().allMatch(body -> isPlain(body, depth));
  }

  private List<Body> bodies(String type, String name) {
    return sourceOf.apply(type).bodies().stream()
        .filter(body -> body.owner().equals(type) && body.name().equals(name))
        .filter(body -> body.place().contains("("))
        .toList();
  }

  /** Returns whether there are methods of a name in a type, and all only compute a value. */
  boolean isPlain(String type, String name) {
    List<Body> bodies = bodies(type, name);
    return !bodies.isEmpty() && bodies.stream().allMatch(body -> isPlain(body, 0));
  }

  private boolean isRecord(String type, String name) {
    return components(type, name).findAny().isPresent();
  }

  private Stream<Member> components(String type, String name) {
    return sourceOf.apply(type).members().stream()
        .filter(m -> m.kind() == Member.Kind.FIELD)
        .filter(m -> m.owner().equals(type) && m.name().equals(name));
  }

  private boolean isPlain(Body body, int depth) {
    Boolean known = plain.get(body);
    if (known == null) {
      Interruption.check();
      Set<String> locals = new HashSet<>(body.parameters());
      boolean isConstructor = body.owner().endsWith("." + body.name());
      known = !body.code().is(Kind.NONE) && isPlain(body.code(), locals, isConstructor, depth + 1);
      plain.put(body, known);
    }
    return known;
  }

  private boolean isPlain(Piece piece, Set<String> locals, boolean writes, int depth) {
    boolean fine =
        switch (piece.kind()) {
          case CALL -> work(piece, isMadeHere(piece.part(0), locals), depth).isEmpty();
          case NEW, REFERENCE -> work(piece, false, depth).isEmpty();
          case ASSIGN -> writes || isLocal(piece.part(0), locals);
          case UNARY -> !counts(piece) || isLocal(piece.part(0), locals);
          default -> true;
        };
    if (piece.is(Kind.LOCAL)) {
      locals.add(piece.text());
      boolean isMade = piece.part(0).is(Kind.NEW) || piece.part(0).is(Kind.LITERAL);
      locals.add(isMade ? MADE + piece.text() : piece.text());
    }
    return fine && piece.parts().stream().allMatch(part -> isPlain(part, locals, writes, depth));
  }

  private static boolean counts(Piece piece) {
    return piece.text().contains("++") || piece.text().contains("--");
  }

  private static boolean isMadeHere(Piece receiver, Set<String> locals) {
    return receiver.is(Kind.NAME) && locals.contains(MADE + receiver.text());
  }

  private static boolean isLocal(Piece target, Set<String> locals) {
    return target.is(Kind.NAME) && locals.contains(target.text());
  }
}
