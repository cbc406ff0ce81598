package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.Form;
import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.flow.Meaning;
import dev.ratchet.guardrails.flow.Trace;
import dev.ratchet.guardrails.flow.Walk;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import dev.ratchet.guardrails.source.Use;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One version of the edited program: what its names mean to guard calls. */
final class GuardedVersion implements Meaning {
  /** What the JDK declares as checked, or throws itself for reasons that are no refusal. */
  private static final Set<String> NEVER_REFUSALS =
      Set.of(
          "IOException",
          "UncheckedIOException",
          "FileNotFoundException",
          "InterruptedException",
          "ExecutionException",
          "TimeoutException",
          "NumberFormatException",
          "ArithmeticException",
          "DateTimeParseException",
          "CloneNotSupportedException",
          "URISyntaxException");

  private static final String INHERITED = "super";
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern BAR = Pattern.compile("\\|");

  private final Safeguards safeguards;
  private final Predicate<String> own;
  private final Function<String, JavaSource> sourceOf;
  private final PlainCalls plain;
  private final Map<String, Body> helpers = new HashMap<>();
  private final Map<String, String> wrappers = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private KnownCalls known;
  private String owner = "";
  private Optional<Body> overriding = Optional.empty();
  private final Map<Use, Optional<String>> named = new IdentityHashMap<>();
  private final Map<Form, Map<Body, Trace>> traces = new EnumMap<>(Form.class);

  GuardedVersion(
      Safeguards safeguards, Predicate<String> own, Function<String, JavaSource> sourceOf) {
    this.safeguards = safeguards;
    this.own = own;
    this.sourceOf = sourceOf;
    this.plain = new PlainCalls(own, sourceOf);
    this.known = new KnownCalls(plain, List.of());
  }

  /** Has calls be known by what they did in bodies of another version. */
  void addKnown(GuardedVersion there, List<Body> bodies) {
    known = new KnownCalls(there.plain, bodies);
  }

  /** Has a body read in the place of its calls. */
  void addHelper(Body body) {
    helpers.put(body.signature(), body);
  }

  boolean isHelper(Body body) {
    return helpers.containsKey(body.signature());
  }

  /** Has the calls of a method count as guard calls. */
  void addWrapper(String signature, String name) {
    wrappers.put(signature, name);
    traces.clear();
  }

  /** Has a constant be known by its value; two of one name by neither. */
  void addConstant(Body body) {
    if (CONSTANT.matcher(body.name()).matches() && body.code().is(Kind.STATEMENT)) {
      Piece value = body.code().part(0).part(1);
      String literal = value.is(Kind.LITERAL) ? "'" + value.text() : "";
      constants.merge(body.name(), literal, (a, b) -> a.equals(b) ? a : "");
    }
  }

  @Override
  public Optional<String> constant(String name) {
    return Optional.ofNullable(constants.get(name)).filter(literal -> !literal.isEmpty());
  }

  /** Has a member be known by the name that it has in the other version. */
  void addName(String here, String there) {
    names.put(here, there);
  }

  /** Returns whether names mean what they mean to another version, but for those of its bodies. */
  boolean namesAs(GuardedVersion other) {
    return names.isEmpty() && other.names.isEmpty() && wrappers.equals(other.wrappers);
  }

  /** Returns whether calls of the name of a body only compute a value. */
  boolean isPlain(Body body) {
    return plain.isPlain(body.owner(), body.name());
  }

  /** Returns whether a body asks a safeguard at all, without following what it does. */
  boolean asks(Body body) {
    String outer = owner;
    owner = body.owner();
    boolean asks = asks(body.code());
    owner = outer;
    return asks;
  }

  private boolean asks(Piece piece) {
    return guard(piece).isPresent()
        || helper(piece).isPresent()
        || piece.parts().stream().anyMatch(this::asks);
  }

  Trace trace(Body body) {
    return trace(body, Form.WRITTEN);
  }

  Trace trace(Body body, Form form) {
    Map<Body, Trace> read = traces.computeIfAbsent(form, f -> new IdentityHashMap<>());
    Trace known = read.get(body);
    if (known == null) {
      String outer = owner;
      owner = body.owner();
      known = Walk.of(body, this, form);
      owner = outer;
      read.put(body, known);
    }
    return known;
  }

  /** Returns the calls of a body to what it overrides, as if they asked a safeguard. */
  List<GuardCall> inherited(Body body) {
    overriding = Optional.of(body);
    List<GuardCall> guards = Walk.of(body, this, Form.WRITTEN).guards();
    overriding = Optional.empty();
    return guards.stream().filter(guard -> guard.member().equals(INHERITED)).toList();
  }

  /** A call without a receiver may be one of super; one with as many arguments is. */
  private boolean isInherited(Piece piece) {
    return overriding
        .filter(body -> piece.is(Kind.CALL) && piece.text().equals(body.name()))
        .filter(body -> piece.part(0).is(Kind.NONE))
        .filter(body -> piece.parts().size() == body.parameters().size() + 1)
        .isPresent();
  }

  @Override
  public Optional<String> guard(Piece piece) {
    if (isInherited(piece)) {
      return Optional.of(INHERITED);
    }
    boolean isOwn = piece.is(Kind.NAME) || piece.is(Kind.FIELD) && piece.part(0).is(Kind.NONE);
    if (isOwn && isAnswer(owner, name(piece.text()))) {
      return Optional.of(owner + "#" + name(piece.text()));
    }
    if (piece.use().isEmpty()) {
      return Optional.empty();
    }
    Use use = piece.use().get();
    return named
        .computeIfAbsent(use, u -> safeguards.named(u, own))
        .or(() -> found(piece, use, wrappers));
  }

  /** Returns what a use may stand for in this version. */
  Stream<String> readings(Use use) {
    return use.readings(own).stream();
  }

  /** Returns whether a type of the program has a method like this one. */
  boolean declares(String type, Body body) {
    return sourceOf.apply(type).bodies().stream()
        .filter(other -> other.owner().equals(type) && other.name().equals(body.name()))
        .anyMatch(other -> other.parameters().size() == body.parameters().size());
  }

  boolean isProtected(String member) {
    return safeguards.member(member).isPresent();
  }

  /** Returns whether a field of a type holds what a safeguard says. */
  boolean isAnswer(String type, String field) {
    return wrappers.containsKey(type + "#" + field);
  }

  @Override
  public Optional<Body> helper(Piece call) {
    return call.use().flatMap(use -> found(call, use, helpers));
  }

  private <T> Optional<T> found(Piece piece, Use use, Map<String, T> bySignature) {
    boolean isReference = piece.is(Kind.REFERENCE);
    if (bySignature.isEmpty() || !isReference && !piece.is(Kind.CALL)) {
      return Optional.empty();
    }
    String end = "/" + (piece.parts().size() - 1);
    return use.readings(own).stream()
        .flatMap(
            reading ->
                bySignature.entrySet().stream()
                    .filter(
                        entry ->
                            isReference
                                ? entry.getKey().startsWith(reading + "/")
                                : entry.getKey().equals(reading + end)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public Optional<String> work(Piece piece, boolean isFresh) {
    return plain
        .work(piece, isFresh)
        .filter(work -> !work.startsWith("?#") || !known.isPlain(owner, piece))
        .map(this::renamed);
  }

  @Override
  public Optional<String> made(Piece piece) {
    return piece.use().stream()
        .flatMap(this::readings)
        .filter(reading -> reading.endsWith("#new"))
        .filter(reading -> own.test(reading.substring(0, reading.length() - "#new".length())))
        .findFirst();
  }

  private String renamed(String work) {
    int hash = work.indexOf('#');
    return work.substring(0, hash + 1) + name(work.substring(hash + 1));
  }

  @Override
  public String name(String name) {
    return names.getOrDefault(name, name);
  }

  @Override
  public boolean mayTake(String types) {
    return Arrays.stream(BAR.split(types))
        .map(type -> type.substring(type.lastIndexOf('.') + 1))
        .anyMatch(type -> !NEVER_REFUSALS.contains(type) || safeguards.mention(type));
  }
}
