package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes expressions without the names of local variables. */
final class Terms {
  private static final int LONGEST = 600;
  private static final int DEEPEST_HELPER = 6;
  private static final Pattern GUARD = Pattern.compile("guard<([^>]*)>");

  /** What holds the same things is of one kind, whatever it does with their order. */
  private static final Map<String, String> KINDS =
      Map.of(
          "ArrayList", "list",
          "LinkedList", "list",
          "ArrayDeque", "list",
          "PriorityQueue", "list",
          "HashSet", "set",
          "LinkedHashSet", "set",
          "HashMap", "map",
          "LinkedHashMap", "map");

  private static final Pattern PARAMETER = Pattern.compile("p\\d+");
  private static final Pattern KNOWN_ELSEWHERE = Pattern.compile("^(p\\d|\\.|var\\[(p\\d|\\.))");

  /** How a count is compared to learn whether there is nothing. */
  private static final Map<String, String> EMPTINESS =
      Map.of("==0", "", "<1", "", "!=0", "!", ">0", "!", ">=1", "!");

  private static final Pattern AS_LIST = Pattern.compile("(\\.stream\\(\\))?\\.toList\\(\\)$");
  private static final Pattern AS_EMPTY =
      Pattern.compile("\\.stream\\(\\)(\\.distinct\\(\\)|\\.sorted\\(\\))*\\.toList\\(\\)$");

  private final Meaning meaning;
  private final Map<String, Variable> fields = new HashMap<>();
  private Map<String, Variable> variables = new HashMap<>();
  private int helpers;

  Terms(Meaning meaning) {
    this.meaning = meaning;
  }

  /** What was assigned to a local variable so far. */
  static final class Variable {
    private final List<String> values = new ArrayList<>();
    private final List<GuardCall> answers = new ArrayList<>();
    private final List<String> filled = new ArrayList<>();
    private Variable thing = this;
    private int controls;

    /** Has it hold the thing that a variable of a calling body holds. */
    void standsFor(Variable outer) {
      filled.addAll(outer.filled);
      thing = outer.thing;
    }

    /** Returns the first variable that its thing was put into. */
    Variable thing() {
      return thing;
    }

    /** Notes how much decided on whether it was declared at all. */
    void standsUnder(int deciding) {
      controls = deciding;
    }

    int controls() {
      return controls;
    }

    String term() {
      return isSettled() ? values.get(0) : "var" + values;
    }

    /** Returns the guard calls whose answers are part of its value. */
    List<GuardCall> answers() {
      return answers;
    }

    /** Returns what was put into the collection that it holds. */
    List<String> filled() {
      return filled;
    }

    boolean isSettled() {
      return values.size() == 1;
    }
  }

  void declare(String name, String value) {
    declare(name, value, List.of());
  }

  void declare(String name, String value, List<GuardCall> answers) {
    Variable variable = new Variable();
    variable.values.add(value);
    variable.answers.addAll(answers);
    variables.put(name, variable);
  }

  void assign(String name, String value, List<GuardCall> answers) {
    variable(name)
        .ifPresent(
            variable -> {
              variable.values.add(value);
              variable.answers.addAll(answers);
            });
  }

  Optional<Variable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  Collection<Variable> variables() {
    return variables.values();
  }

  /** Returns the local variables that an expression names. */
  Set<Variable> variables(Piece piece) {
    Set<Variable> found = new LinkedHashSet<>();
    collect(piece, found);
    return found;
  }

  private void collect(Piece piece, Set<Variable> into) {
    if (piece.is(Kind.NAME)) {
      variable(piece.text()).ifPresent(into::add);
    }
    piece.parts().forEach(part -> collect(part, into));
  }

  /** Returns the variables in sight, to return to when their block ends. */
  Map<String, Variable> scope() {
    return new HashMap<>(variables);
  }

  void leave(Map<String, Variable> scope) {
    variables = scope;
  }

  /** Lets only the parameters of a body be seen, with these values. */
  void enter(List<String> parameters, List<String> values, List<Optional<Variable>> given) {
    variables = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Optional<Variable> outer = i < given.size() ? given.get(i) : Optional.empty();
      declare(parameters.get(i), i < values.size() ? values.get(i) : "p" + i);
      variable(parameters.get(i)).ifPresent(v -> outer.ifPresent(v::standsFor));
    }
  }

  /** Returns whether a name is that of a local variable that is no parameter. */
  boolean isChanging(Piece name) {
    return variable(name.text()).filter(v -> !PARAMETER.matcher(v.term()).matches()).isPresent();
  }

  /** Returns whether a value was made in this body and is not known elsewhere. */
  boolean isFresh(Piece piece) {
    return isLocal(piece) && !KNOWN_ELSEWHERE.matcher(of(piece)).find();
  }

  /** A field stands for what was assigned to it in this body. */
  void assignField(String name, String value) {
    Variable field = new Variable();
    field.values.add("." + name);
    fields.computeIfAbsent(name, n -> field).values.add(value);
  }

  private String field(String name) {
    Variable field = fields.get(name);
    return field == null ? meaning.constant(name).orElse("." + name) : field.term();
  }

  boolean isLocal(Piece piece) {
    return piece.is(Kind.NAME) && variables.containsKey(piece.text());
  }

  /** Returns the safeguards that a term asks. */
  static Set<String> guards(String term) {
    Set<String> guards = new TreeSet<>();
    Matcher matcher = GUARD.matcher(term);
    while (matcher.find()) {
      guards.add(matcher.group(1));
    }
    return guards;
  }

  static boolean asks(String term) {
    return term.contains("guard<");
  }

  /** Returns a term as a value that no longer counts as the answer of a safeguard. */
  static String settled(String term) {
    return term.replace("guard<", "asked<");
  }

  /** Returns what stands for each element; a stream gives the same ones when it became a list. */
  static String element(String elements) {
    return "each " + settled(AS_LIST.matcher(elements).replaceFirst(""));
  }

  /** Has a variable that was filled by work stand for that one result, not for such work. */
  static String held(String term) {
    return "held " + term;
  }

  String of(Piece piece) {
    return shortened(whole(piece));
  }

  private static String shortened(String term) {
    if (term.length() <= LONGEST) {
      return term;
    }
    String guards =
        guards(term).stream().map(g -> "guard<" + g + ">").collect(Collectors.joining());
    return "#" + term.hashCode() + ":" + term.length() + guards;
  }

  private String whole(Piece piece) {
    Optional<String> guard = guard(piece);
    if (guard.isPresent()) {
      return "guard<" + guard.get() + ">" + arguments(piece);
    }
    return switch (piece.kind()) {
      case NONE -> "";
      case NAME -> variable(piece.text()).map(Variable::term).orElse(field(name(piece)));
      case FIELD ->
          piece.part(0).is(Kind.NONE) ? field(name(piece)) : of(piece.part(0)) + "." + name(piece);
      case CALL -> call(piece);
      case LITERAL -> "'" + piece.text();
      case UNARY -> piece.text().replace("_", of(piece.part(0)));
      case BINARY ->
          isPresence(piece)
              ? presence(piece)
              : isCount(piece.part(0)) && EMPTINESS.containsKey(about(piece))
                  ? EMPTINESS.get(about(piece)) + emptiness(piece.part(0).part(0))
                  : "(" + of(piece.part(0)) + piece.text() + of(piece.part(1)) + ")";
      case LAMBDA, BLOCK, CLASS -> nested(piece);
      case LOCAL -> local(piece);
      case EACH -> each(piece);
      case NEW -> created(piece);
      default -> piece.kind() + ":" + piece.text() + list(piece.parts());
    };
  }

  private String name(Piece piece) {
    return meaning.name(piece.text());
  }

  /** Returns the safeguard that an expression asks; a local variable hides others of its name. */
  Optional<String> guard(Piece piece) {
    return isLocal(piece) ? Optional.empty() : meaning.guard(piece);
  }

  /** Returns what a safeguard is asked; of a field, nothing. */
  String arguments(Piece guard) {
    return switch (guard.kind()) {
      case CALL -> (isType(guard.part(0)) ? "" : of(guard.part(0))) + list(rest(guard));
      case FIELD -> isType(guard.part(0)) ? "" : of(guard.part(0));
      case NEW -> list(guard.parts());
      case REFERENCE -> isType(named(guard.part(0))) ? "" : of(named(guard.part(0)));
      default -> "";
    };
  }

  /** Returns what is handed to a safeguard. */
  static List<Piece> things(Piece guard) {
    return switch (guard.kind()) {
      case CALL -> rest(guard);
      case NEW -> guard.parts();
      default -> List.of();
    };
  }

  /** Only a compiler can tell whether a reference is to a method of a type or of a variable. */
  static Piece named(Piece receiver) {
    boolean isName = receiver.is(Kind.OTHER) && receiver.parts().isEmpty();
    return isName ? NormalForm.piece(Kind.NAME, receiver.text(), receiver) : receiver;
  }

  /** A type may be written in several ways; what it is, the name of the safeguard says. */
  private boolean isType(Piece receiver) {
    return switch (receiver.kind()) {
      case NAME -> !isLocal(receiver) && Character.isUpperCase(receiver.text().charAt(0));
      case FIELD -> Character.isUpperCase(receiver.text().charAt(0)) && !isConstant(receiver);
      default -> false;
    };
  }

  private static boolean isConstant(Piece receiver) {
    return receiver.text().equals(receiver.text().toUpperCase(java.util.Locale.ROOT));
  }

  static List<Piece> rest(Piece call) {
    return call.parts().subList(1, call.parts().size());
  }

  /** Which kind of list or of map it is does not matter to what it holds. */
  private String created(Piece created) {
    boolean isPlain = created.last().is(Kind.NONE) && meaning.made(created).isEmpty();
    String name =
        isPlain ? KINDS.getOrDefault(simple(created.text()), created.text()) : created.text();
    return created.kind() + ":" + name + list(content(created));
  }

  private static String simple(String type) {
    return type.startsWith("java.util.") ? type.substring("java.util.".length()) : type;
  }

  /** How much room there is at first, and what comes first, is no part of a collection. */
  static List<Piece> content(Piece created) {
    boolean isKnown = KINDS.containsKey(simple(created.text()));
    Piece first = created.part(0);
    return isKnown && (isNumber(first) || isOrder(first)) ? rest(created) : created.parts();
  }

  private static boolean isOrder(Piece piece) {
    boolean isCall = piece.is(Kind.CALL);
    return piece.is(Kind.LAMBDA)
        || piece.is(Kind.REFERENCE)
        || isCall && piece.part(0).is(Kind.NAME) && piece.part(0).text().equals("Comparator")
        || isCall && isOrder(piece.part(0));
  }

  private static boolean isNumber(Piece piece) {
    return switch (piece.kind()) {
      case LITERAL -> Character.isDigit(piece.text().charAt(0));
      case BINARY -> isNumber(piece.part(0)) && isNumber(piece.part(1));
      case CALL -> piece.text().equals("size") && piece.parts().size() == 1;
      default -> false;
    };
  }

  private String list(List<Piece> pieces) {
    return pieces.stream().map(this::of).collect(Collectors.joining(",", "(", ")"));
  }

  /** There are several ways to ask whether there is something. */
  private static boolean isPresence(Piece piece) {
    return piece.part(1).text().equals("null")
        && piece.part(1).is(Kind.LITERAL)
        && (piece.text().equals("!=") || piece.text().equals("=="));
  }

  private String presence(Piece piece) {
    return (piece.text().equals("==") ? "!" : "") + "has(" + of(piece.part(0)) + ")";
  }

  /** There are several ways to ask whether a collection is empty. */
  private static boolean isCount(Piece piece) {
    return piece.is(Kind.CALL)
        && piece.parts().size() == 1
        && (piece.text().equals("size") || piece.text().equals("length"));
  }

  /** Returns what a number is compared with, and how. */
  private static String about(Piece comparison) {
    Piece number = comparison.part(1);
    return comparison.text() + (number.is(Kind.LITERAL) ? number.text() : "");
  }

  /** What is only put in another order, or in once, is empty where it was. */
  private String emptiness(Piece collection) {
    return AS_EMPTY.matcher(of(collection)).replaceFirst("") + ".isEmpty()";
  }

  private String call(Piece call) {
    if (call.text().equals("isPresent") && call.parts().size() == 1) {
      return "has(" + of(call.part(0)) + ")";
    }
    Optional<Piece> value = meaning.helper(call).map(Body::code).flatMap(Terms::onlyValue);
    if (value.isEmpty() || helpers >= DEEPEST_HELPER) {
      return call.text().equals("isEmpty") && call.parts().size() == 1
          ? emptiness(call.part(0))
          : of(call.part(0)) + "." + name(call) + list(rest(call));
    }
    Map<String, Variable> scope = variables;
    List<String> values = rest(call).stream().map(this::of).toList();
    enter(meaning.helper(call).orElseThrow().parameters(), values, List.of());
    helpers++;
    String term = of(value.get());
    helpers--;
    leave(scope);
    return term;
  }

  private static Optional<Piece> onlyValue(Piece code) {
    return code.parts().size() == 1 && code.part(0).is(Kind.RETURN)
        ? Optional.of(code.part(0).part(0))
        : Optional.empty();
  }

  private String nested(Piece piece) {
    Map<String, Variable> scope = scope();
    if (piece.is(Kind.LAMBDA)) {
      declareAll(piece.text());
    }
    String term = piece.kind() + list(piece.parts());
    leave(scope);
    return term;
  }

  /** Declares the parameters of a lambda or of a method of a local class. */
  void declareAll(String names) {
    int position = 0;
    for (String name : names.split(",")) {
      declare(name, "given" + position++);
    }
  }

  private String each(Piece piece) {
    Map<String, Variable> scope = scope();
    declare(piece.text(), element(of(piece.part(0))));
    String term = piece.kind() + list(piece.parts());
    leave(scope);
    return term;
  }

  private String local(Piece piece) {
    String value = of(piece.part(0));
    declare(piece.text(), value);
    return value;
  }
}
