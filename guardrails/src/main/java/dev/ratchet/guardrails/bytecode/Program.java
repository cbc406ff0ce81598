package dev.ratchet.guardrails.bytecode;

import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * The classes of one compiled tree. Rules ask it what there is and what stands for what.
 *
 * <p>A class is read when it is asked for. Not safe for many threads; each check has its own.
 */
public final class Program {
  private final Map<String, byte[]> classes;
  private final Function<String, Stream<String>> neighbours;
  private final ClassFiles files;
  private @Nullable Map<String, Set<String>> subtypes;

  /**
   * Returns the program of these class files.
   *
   * @param classes class files by binary name
   * @param neighbours the names of the classes that come from the same source as a class
   */
  public Program(
      Map<String, byte[]> classes, Function<String, Stream<String>> neighbours, ClassFiles files) {
    this.neighbours = neighbours;
    this.classes = classes;
    this.files = files;
  }

  /** Returns whether the program has a class of this binary name. */
  public boolean has(String name) {
    return classes.containsKey(name);
  }

  /** Returns the bytes of a class, as they are kept. */
  public Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  /** Returns the binary names of all classes within a class, local ones too. */
  public Stream<String> nested(String name) {
    return neighbours.apply(name).filter(n -> n.startsWith(name + "$"));
  }

  /** Returns what a class says. */
  public Optional<ClassFacts> facts(String name) {
    return bytes(name).map(files::facts);
  }

  /** Returns the code of a member as text, with the bodies of lambdas and nameless classes. */
  public String code(String className, String key) {
    return new CodeExpansion(this, files).of(className, key);
  }

  /**
   * Returns what running a member may do to others as text: its code, but of a class initializer
   * not what only gives a field a value, which is the text of that field.
   */
  public String effects(MemberFacts member) {
    String suffix = member.name().equals("<clinit>") ? CodeText.REST : "";
    return code(member.owner(), member.key() + suffix);
  }

  /** Returns the constructors of the class of a field, if it is one of objects. */
  List<MemberFacts> constructors(MemberFacts field) {
    return field.isMethod() || field.isStatic()
        ? List.of()
        : facts(field.owner()).stream()
            .flatMap(facts -> facts.members().values().stream())
            .filter(member -> member.name().equals("<init>"))
            .toList();
  }

  /** Returns what of a constructor decides the value of a field, if that can be told. */
  Optional<StoredValue> value(MemberFacts field, MemberFacts constructor) {
    String key = StoredValue.key(constructor.descriptor(), field.key());
    return bytes(field.owner()).flatMap(b -> Optional.ofNullable(files.values(b).get(key)));
  }

  /** Returns whether it is known of all constructors what of them decides the value of a field. */
  boolean knowsValue(MemberFacts field) {
    List<MemberFacts> constructors = constructors(field);
    return !constructors.isEmpty()
        && constructors.stream().allMatch(c -> value(field, c).isPresent());
  }

  /**
   * Returns whether an object's field is given other values than in another program.
   *
   * <p>Only what decides its value is compared, where that can be told, and else all of its text.
   */
  public boolean givesOtherValues(MemberFacts field, Program other) {
    Optional<MemberFacts> there = other.facts(field.owner()).map(f -> f.members().get(field.key()));
    return knowsValue(field)
        ? there.filter(f -> f.access() == field.access()).isEmpty()
            || constructors(field).stream()
                .anyMatch(c -> !valueText(field, c).equals(other.valueText(field, c)))
        : !effects(field).equals(other.effects(field));
  }

  private Optional<String> valueText(MemberFacts field, MemberFacts constructor) {
    return value(field, constructor)
        .map(value -> new CodeExpansion(this, files).expanded(value.text()));
  }

  /** Returns whether the compiler named a class, as it does for local ones and lambdas' kin. */
  public static boolean isNameless(String className) {
    return CodeText.isNameless(className);
  }

  /** Returns all that a class does as text; equal for classes that differ in number only. */
  public String content(String className) {
    return new CodeExpansion(this, files).content(className);
  }

  /** Returns whether some nameless class around the same class has the same content. */
  public boolean hasContent(String nameless, String content) {
    String outer = nameless.substring(0, nameless.lastIndexOf('$'));
    return nested(outer)
        .filter(Program::isNameless)
        .anyMatch(sibling -> content(sibling).equals(content));
  }

  /** Returns the class that declares what a reference names, found as the JVM looks for it. */
  public Optional<MemberFacts> resolve(Reference reference) {
    return resolve(reference.owner(), reference.key());
  }

  /** Returns the member that a key stands for in a class or one of its supertypes. */
  public Optional<MemberFacts> resolve(String owner, String key) {
    Optional<MemberFacts> own = facts(owner).map(facts -> facts.members().get(key));
    return own.isPresent()
        ? own
        : supertypes(owner)
            .flatMap(facts -> Optional.ofNullable(facts.members().get(key)).stream())
            .findFirst();
  }

  /** Returns the first classes outside the program that a class of the program extends. */
  public List<String> foreignSupertypes(String owner) {
    return has(owner)
        ? supertypes(owner)
            .flatMap(facts -> facts.supertypes().stream())
            .filter(name -> !has(name))
            .distinct()
            .toList()
        : List.of(owner);
  }

  /** Returns a class and all its supertypes in the program, superclasses before interfaces. */
  public Stream<ClassFacts> supertypes(String name) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      Optional<ClassFacts> facts = facts(next);
      if (facts.isPresent() && seen.add(next)) {
        facts.get().interfaces().forEach(open::addLast);
        facts.get().superclass().ifPresent(open::addFirst);
      }
    }
    return seen.stream().flatMap(found -> facts(found).stream());
  }

  /** Returns all classes of the program that have a class among their supertypes. */
  public Set<String> subtypes(String name) {
    Map<String, Set<String>> direct = directSubtypes();
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(direct.getOrDefault(name, Set.of()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (all.add(next)) {
        open.addAll(direct.getOrDefault(next, Set.of()));
      }
    }
    return all;
  }

  private Map<String, Set<String>> directSubtypes() {
    Map<String, Set<String>> known = subtypes;
    if (known == null) {
      known = new HashMap<>();
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        addSupertypes(entry.getKey(), new ClassReader(entry.getValue()), known);
      }
      subtypes = known;
    }
    return known;
  }

  private static void addSupertypes(
      String name, ClassReader reader, Map<String, Set<String>> subtypes) {
    Stream.concat(Stream.ofNullable(reader.getSuperName()), Stream.of(reader.getInterfaces()))
        .map(FactsReader::dotted)
        .filter(supertype -> !supertype.startsWith("java."))
        .forEach(s -> subtypes.computeIfAbsent(s, t -> new HashSet<>()).add(name));
  }
}
