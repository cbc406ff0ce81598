package dev.ratchet.guardrails.bytecode;

import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Reference.Kind;
import dev.ratchet.guardrails.source.Interruption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * What some members call and read, and what that calls and reads in turn.
 *
 * <p>A call that is bound at run time reaches every override in the program. Code outside the
 * program is not followed; where it may call back to {@code equals}, {@code hashCode}, {@code
 * toString}, {@code compareTo} or an implemented method, those of the classes that the members know
 * are reached too. Not seen: what reflection calls, and call-backs of other names on objects that
 * come from elsewhere.
 */
public final class Reach {
  private static final Set<String> ASK_EQUALS =
      Set.of(
          "equals",
          "contains",
          "containsAll",
          "containsKey",
          "containsValue",
          "indexOf",
          "lastIndexOf",
          "remove",
          "removeAll",
          "retainAll",
          "get",
          "getOrDefault",
          "put",
          "add",
          "computeIfAbsent",
          "merge",
          "distinct",
          "hashCode",
          "hash",
          "deepEquals",
          "frequency");
  private static final Set<String> ASK_TEXT =
      Set.of("toString", "valueOf", "append", "format", "formatted", "join", "print", "println");
  private static final Set<String> ASK_ORDER =
      Set.of("compareTo", "compare", "sort", "sorted", "max", "min", "binarySearch");

  private final Program program;
  private final boolean transitive;
  private final Map<String, MemberFacts> members = new LinkedHashMap<>();
  private final Map<String, String> reachedFrom = new LinkedHashMap<>();
  private final Set<String> virtualCalls = new HashSet<>();
  private final Set<String> foreignCalls = new HashSet<>();
  private final Set<String> knownTypes = new HashSet<>();
  private final Deque<MemberFacts> open = new ArrayDeque<>();

  private Reach(Program program, boolean transitive) {
    this.program = program;
    this.transitive = transitive;
  }

  /**
   * Returns what these members reach, themselves included.
   *
   * @param transitive whether to go on from what they call and read
   */
  public static Reach of(Program program, Collection<MemberFacts> roots, boolean transitive) {
    Reach reach = new Reach(program, transitive);
    roots.forEach(root -> reach.add(root, "", true));
    reach.run();
    return reach;
  }

  private void run() {
    int known;
    do {
      known = members.size();
      while (!open.isEmpty()) {
        Interruption.check();
        follow(open.pop());
      }
      if (transitive) {
        List.copyOf(knownTypes).forEach(this::addCalledBack);
      }
    } while (members.size() > known || !open.isEmpty());
  }

  private static String id(MemberFacts member) {
    return member.owner() + " " + member.key();
  }

  private void add(MemberFacts member, String from, boolean follow) {
    if (members.putIfAbsent(id(member), member) == null) {
      reachedFrom.put(id(member), from);
      if (follow) {
        open.add(member);
      }
    }
  }

  private void follow(MemberFacts member) {
    noteTypes(member.descriptor());
    noteType(member.owner());
    follow(
        program.knowsValue(member)
            ? program.constructors(member).stream()
                .flatMap(c -> program.value(member, c).stream())
                .flatMap(value -> value.references().stream())
                .toList()
            : member.references(),
        id(member));
  }

  private void follow(List<Reference> references, String from) {
    for (Reference reference : references) {
      noteTypes(reference.descriptor());
      noteType(reference.owner());
      if (reference.kind() == Kind.CALL) {
        call(reference, from);
      } else if (reference.kind() == Kind.READ && !reference.name().startsWith("$SwitchMap$")) {
        program.resolve(reference).ifPresent(field -> read(field, from));
      }
    }
  }

  private void read(MemberFacts field, String from) {
    add(field, from, transitive);
    initializer(field, from);
    constructors(field, from);
  }

  private void call(Reference reference, String from) {
    Optional<MemberFacts> target = program.resolve(reference);
    if (target.isEmpty()) {
      program
          .foreignSupertypes(reference.owner())
          .forEach(owner -> foreignCalls.add(reference.name()));
      return;
    }
    add(target.get(), from, transitive || target.get().isSynthetic());
    initializer(target.get(), from);
    if (!target.get().isFixed()) {
      virtualCalls.add(reference.owner() + " " + reference.key());
      overriders(reference.owner(), reference.key())
          .forEach(member -> add(member, from, transitive));
    }
  }

  private Stream<MemberFacts> overriders(String owner, String key) {
    return program.subtypes(owner).stream()
        .flatMap(subtype -> program.facts(subtype).stream())
        .flatMap(facts -> Optional.ofNullable(facts.members().get(key)).stream());
  }

  /** What an object knows it was told when it was made; of what is told only what counts. */
  private void constructors(MemberFacts field, String from) {
    if (!field.isStatic() && transitive) {
      if (!program.knowsValue(field)) {
        program.constructors(field).forEach(constructor -> add(constructor, from, true));
      }
      makers(field.owner()).forEach(member -> add(member, from, true));
    }
  }

  /** A class without a name is made at one place, which also gives it what it captures. */
  private Stream<MemberFacts> makers(String type) {
    return CodeText.isNameless(type)
        ? program.facts(type.substring(0, type.lastIndexOf('$'))).stream()
            .flatMap(outer -> outer.members().values().stream())
            .filter(
                member ->
                    member.references().stream()
                        .anyMatch(r -> r.owner().equals(type) && r.name().equals("<init>")))
        : Stream.empty();
  }

  /** The first use of a class runs its initializer. */
  private void initializer(MemberFacts member, String from) {
    if (member.constant().isEmpty() && (member.isStatic() || member.name().equals("<init>"))) {
      program.resolve(member.owner(), "<clinit>()V").ifPresent(c -> add(c, from, transitive));
    }
  }

  private void noteTypes(String descriptor) {
    if (descriptor.isEmpty()) {
      return;
    }
    if (descriptor.startsWith("(")) {
      noteType(Type.getReturnType(descriptor));
      Stream.of(Type.getArgumentTypes(descriptor)).forEach(this::noteType);
    } else {
      noteType(Type.getType(descriptor));
    }
  }

  private void noteType(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      noteType(element.getClassName());
    }
  }

  private void noteType(String name) {
    if (program.has(name)) {
      knownTypes.add(name);
    }
  }

  /** Code outside the program can call methods of objects that it is given. */
  private void addCalledBack(String type) {
    program
        .facts(type)
        .ifPresent(
            facts ->
                facts.members().values().stream()
                    .filter(this::isCalledBack)
                    .forEach(member -> add(member, type, true)));
  }

  /** Returns whether code outside the program would call a method of this name on what it gets. */
  private boolean isCalledBack(MemberFacts member) {
    return switch (member.key()) {
      case "equals(Ljava/lang/Object;)Z", "hashCode()I" -> asks(ASK_EQUALS);
      case "toString()Ljava/lang/String;" -> asks(ASK_TEXT);
      default ->
          member.name().equals("compareTo") || member.name().equals("compare")
              ? asks(ASK_ORDER)
              : member.isMethod() && !member.isFixed() && foreignCalls.contains(member.name());
    };
  }

  private boolean asks(Set<String> names) {
    return names.stream().anyMatch(foreignCalls::contains);
  }

  /** Returns all members that are reached, the first ones first. */
  public Collection<MemberFacts> members() {
    return members.values();
  }

  /** Returns whether a member is reached. */
  public boolean has(String owner, String key) {
    return members.containsKey(owner + " " + key);
  }

  /** Returns how a member is reached, from the first member on, such as {@code a.B#c -> d.E#f}. */
  public String way(MemberFacts member) {
    Deque<String> steps = new ArrayDeque<>();
    String id = id(member);
    while (id != null && members.containsKey(id) && steps.size() < 6) {
      steps.addFirst(members.get(id).place());
      id = reachedFrom.get(id);
    }
    return String.join(" -> ", steps);
  }

  /** Returns whether a method of an interface of the program is called without a known target. */
  public boolean callsVirtually(String owner, String name) {
    return virtualCalls.stream().anyMatch(call -> call.startsWith(owner + " " + name + "("));
  }

  /**
   * Returns whether a method, were it declared in this class, could run in place of a reached one.
   */
  public boolean wouldReach(Program after, String owner, MemberFacts method) {
    if (!method.isMethod() || method.isFixed() && !method.isStatic()) {
      return false;
    }
    // The number of a nameless class may have been that of another before.
    List<String> supertypes =
        after.supertypes(owner).map(ClassFacts::name).filter(s -> !isNumber(s, owner)).toList();
    boolean overrides =
        supertypes.stream().anyMatch(s -> virtualCalls.contains(s + " " + method.key()));
    boolean calledBack = supertypes.stream().anyMatch(knownTypes::contains) && isCalledBack(method);
    return overrides || calledBack;
  }

  private static boolean isNumber(String supertype, String owner) {
    return supertype.equals(owner) && CodeText.isNameless(owner);
  }
}
