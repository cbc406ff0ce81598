package dev.ratchet.java;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which unchanged sources an edit can have given another meaning, told from what it changed.
 *
 * <p>A source depends on a changed class if it names it, a subtype of it, or a class file of it
 * does so in a descriptor, and if it also mentions a changed member. A constant is inlined and
 * leaves no trace in class files, but its name stands in the source. Members that the language uses
 * without naming them count as mentioned by everybody, and all members by subtypes.
 */
final class Increment {
  private static final Set<String> USED_UNNAMED =
      Set.of("<init>", "iterator", "hasNext", "next", "close", "values", "ordinal", "value");

  private final ClassTable before;
  private final ClassTable after;
  private final Mentions mentions;
  private final Set<String> addedNames = new HashSet<>();
  private final Map<String, Set<String>> changedMembers = new HashMap<>();

  Increment(ClassTable before, ClassTable after, Set<SourcePath> compiled, Mentions mentions) {
    this.before = before;
    this.after = after;
    this.mentions = mentions;
    names(before, compiled).forEach(this::compare);
    names(after, compiled).forEach(this::compare);
  }

  private static Stream<String> names(ClassTable table, Set<SourcePath> sources) {
    return sources.stream().flatMap(source -> table.of(source).stream()).map(ClassFile::name);
  }

  private void compare(String name) {
    Optional<ClassFile> old = before.find(name);
    Optional<ClassFile> now = after.find(name);
    if (old.isEmpty() || now.isEmpty()) {
      addedNames.add(simpleName(name));
      changedMembers.computeIfAbsent(name, n -> new HashSet<>()).addAll(USED_UNNAMED);
    } else if (old.get().bytes() != now.get().bytes()) {
      compare(name, old.get().surface(), now.get().surface());
    }
  }

  private void compare(String name, ClassSurface old, ClassSurface now) {
    if (old.equals(now)) {
      return;
    }
    Set<String> members = changedMembers.computeIfAbsent(name, n -> new HashSet<>());
    Set<String> keys = new HashSet<>(old.members().keySet());
    keys.addAll(now.members().keySet());
    for (String key : keys) {
      if (!Optional.ofNullable(old.members().get(key))
          .equals(Optional.ofNullable(now.members().get(key)))) {
        members.add(ClassSurface.nameIn(key));
      }
    }
    if (!old.header().equals(now.header()) || old.isInterface() || now.isInterface()) {
      members.addAll(USED_UNNAMED);
    }
  }

  static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** Returns whether other sources can have noticed nothing. */
  boolean isInvisible() {
    return changedMembers.isEmpty();
  }

  /** Returns the sources, beside those compiled, whose meaning may have changed. */
  Set<SourcePath> dependents(SourceTree tree, Set<SourcePath> candidates) {
    if (isInvisible()) {
      return Set.of();
    }
    Set<SourcePath> dependents = new TreeSet<>();
    Map<String, Set<String>> families = families();
    for (SourcePath source : candidates) {
      if (dependsOnAdded(tree, source)
          || families.entrySet().stream()
              .anyMatch(family -> dependsOn(tree, source, family.getValue(), family.getKey()))) {
        dependents.add(source);
      }
    }
    return dependents;
  }

  private boolean dependsOnAdded(SourceTree tree, SourcePath source) {
    return !addedNames.isEmpty() && mentions.mentions(tree.file(source).orElseThrow(), addedNames);
  }

  private boolean dependsOn(
      SourceTree tree, SourcePath source, Set<String> family, String changed) {
    Set<String> members = changedMembers.getOrDefault(changed, Set.of());
    boolean unnamed = members.stream().anyMatch(USED_UNNAMED::contains);
    return (unnamed || mentions.mentions(tree.file(source).orElseThrow(), members))
            && knows(tree, source, family)
        || inherits(source, family);
  }

  /** A subtype has to implement new methods, and gets bridges to some, without naming any. */
  private boolean inherits(SourcePath source, Set<String> family) {
    return before.of(source).stream().map(ClassFile::name).anyMatch(family::contains);
  }

  private boolean knows(SourceTree tree, SourcePath source, Set<String> family) {
    Set<String> simple =
        family.stream().map(Increment::simpleName).collect(Collectors.toUnmodifiableSet());
    return mentions.mentions(tree.file(source).orElseThrow(), simple)
        || before.of(source).stream()
            .anyMatch(c -> c.links().named().stream().anyMatch(family::contains));
  }

  /** Returns each changed class with all its subtypes, old and new. */
  private Map<String, Set<String>> families() {
    Map<String, Set<String>> subtypes = new HashMap<>();
    Stream.concat(before.all(), after.all())
        .forEach(
            c ->
                c.links()
                    .supertypes()
                    .forEach(s -> subtypes.computeIfAbsent(s, t -> new HashSet<>()).add(c.name())));
    Map<String, Set<String>> families = new HashMap<>();
    for (String changed : changedMembers.keySet()) {
      Set<String> family = new LinkedHashSet<>();
      Deque<String> open = new ArrayDeque<>(List.of(changed));
      while (!open.isEmpty()) {
        String next = open.pop();
        if (family.add(next)) {
          open.addAll(subtypes.getOrDefault(next, Set.of()));
        }
      }
      families.put(changed, family);
    }
    return families;
  }
}
