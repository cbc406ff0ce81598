package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.bytecode.Reference;
import dev.ratchet.guardrails.bytecode.Reference.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether what a field holds can change, from class files. */
final class HiddenState {
  private static final Pattern CLASS = Pattern.compile("L([^;<]+)[;<]");
  private static final Pattern CHANGES =
      Pattern.compile(
          "java\\.util\\.(concurrent\\.)?(atomic\\..*|(?!Collections|Arrays)\\w*(Hash|Tree|Linked|Array)\\w*"
              + "(Map|Set|List|Deque|Queue)|Vector|Stack|BitSet|Properties|\\w*Iterator|Scanner|Random)"
              + "|java\\.lang\\.(StringBuilder|StringBuffer|ThreadLocal)");
  private static final Pattern COLLECTION =
      Pattern.compile(
          "java\\.util\\.(Collection|List|Set|Map|Queue|Deque|(Sorted|Navigable)(Map|Set))");
  private static final Set<String> MUTATORS =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "merge",
          "offer",
          "poll",
          "pop",
          "push",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeIf",
          "replaceAll",
          "set");

  private final Program program;

  HiddenState(Program program) {
    this.program = program;
  }

  /** Returns whether a static field that is final may hold what can change. */
  boolean isBehind(MemberFacts field) {
    String type = field.signature().isEmpty() ? field.descriptor() : field.signature();
    boolean isArray = field.descriptor().startsWith("[");
    return isArray && field.descriptor().startsWith("[L") && hasOwnState(type)
        || !isArray && (holdsArray(type) || named(type).stream().anyMatch(this::canChange))
        || isMadeOfState(field)
        || isClosure(field);
  }

  private boolean hasOwnState(String type) {
    return named(type).stream().filter(program::has).anyMatch(this::canChange);
  }

  private static boolean holdsArray(String type) {
    return type.contains("<") && type.substring(type.indexOf('<')).contains("[");
  }

  private static List<String> named(String type) {
    List<String> names = new ArrayList<>();
    Matcher matcher = CLASS.matcher(type);
    while (matcher.find()) {
      names.add(matcher.group(1).replace('/', '.'));
    }
    return names;
  }

  private boolean canChange(String name) {
    return CHANGES.matcher(name).matches()
        || program.facts(name).filter(type -> !type.isEnum() && !of(type).isEmpty()).isPresent();
  }

  private boolean isMadeOfState(MemberFacts field) {
    return field.references().stream()
        .filter(r -> r.kind() == Kind.CALL && r.name().equals("<init>") && program.has(r.owner()))
        .anyMatch(r -> canChange(r.owner()));
  }

  /** A lambda that captures, or one that a method of the program made, may remember. */
  private boolean isClosure(MemberFacts field) {
    boolean isFunction =
        field.descriptor().startsWith("Ljava/util/function/")
            || field.descriptor().equals("Ljava/lang/Runnable;")
            || field.descriptor().equals("Ljava/util/concurrent/Callable;")
            || field.descriptor().equals("Ljava/lang/Iterable;");
    return isFunction
        && field.references().stream()
            .anyMatch(r -> isCapturing(r) || r.kind() == Kind.CALL && isOwnMaker(r));
  }

  private static boolean isCapturing(Reference reference) {
    return reference.kind() == Kind.IMPLEMENT && !reference.descriptor().startsWith("()");
  }

  private boolean isOwnMaker(Reference reference) {
    return program
        .resolve(reference)
        .filter(made -> !made.isSynthetic() && made.descriptor().endsWith(";"))
        .filter(
            made ->
                made.descriptor().contains(")Ljava/util/function/")
                    || made.descriptor().endsWith(")Ljava/lang/Runnable;"))
        .isPresent();
  }

  /** Returns the fields of the objects of a class that can change after an object is made. */
  List<MemberFacts> of(ClassFacts type) {
    List<MemberFacts> fields = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    program.supertypes(type.name()).forEach(s -> collect(s, seen, fields));
    return fields;
  }

  private void collect(ClassFacts type, Set<String> seen, List<MemberFacts> fields) {
    if (seen.add(type.name())) {
      type.members().values().stream()
          .filter(f -> !f.isMethod() && !f.isStatic() && !f.isSynthetic())
          .filter(f -> isChangeable(type, f))
          .forEach(fields::add);
    }
  }

  private static boolean isChangeable(ClassFacts type, MemberFacts field) {
    if (!field.isFinal() || field.descriptor().startsWith("[")) {
      return true;
    }
    return named(field.descriptor()).stream()
        .anyMatch(
            name ->
                CHANGES.matcher(name).matches()
                    || COLLECTION.matcher(name).matches() && isAddedTo(type, field));
  }

  /** Returns whether a method other than a constructor reads the field and changes a collection. */
  private static boolean isAddedTo(ClassFacts type, MemberFacts field) {
    return type.members().values().stream()
        .filter(method -> method.isMethod() && !method.name().startsWith("<"))
        .filter(method -> method.references().stream().anyMatch(r -> reads(r, field)))
        .flatMap(method -> method.references().stream())
        .anyMatch(
            r ->
                r.kind() == Kind.CALL
                    && r.owner().startsWith("java.util.")
                    && MUTATORS.contains(r.name()));
  }

  private static boolean reads(Reference reference, MemberFacts field) {
    return reference.kind() == Kind.READ
        && reference.key().equals(field.key())
        && reference.owner().equals(field.owner());
  }
}
