package dev.ratchet.java;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** The types of one version of a program, with what they inherit. Not safe for threads. */
final class ApiView {
  private final ClassTable program;
  private final Predicate<String> packages;
  private final Function<String, Optional<byte[]>> library;
  private final Map<String, Optional<ApiType>> types = new HashMap<>();

  /**
   * Returns a view.
   *
   * @param packages those whose types count, by name
   * @param library class files of what is not in the program, by internal name
   */
  ApiView(
      ClassTable program, Predicate<String> packages, Function<String, Optional<byte[]>> library) {
    this.program = program;
    this.packages = packages;
    this.library = library;
  }

  /** Returns the types that code of other packages may use, by name. */
  Stream<ApiType> shown() {
    return program
        .all()
        .map(ClassFile::name)
        .sorted()
        .flatMap(name -> type(name.replace('.', '/')).stream())
        .filter(this::shows);
  }

  /** Returns a type of the program. */
  Optional<ApiType> own(String name) {
    return program.find(name.replace('/', '.')).flatMap(file -> type(name));
  }

  Optional<ApiType> type(String name) {
    Optional<ApiType> known = types.get(name);
    if (known == null) {
      known = bytes(name).map(ApiType::of);
      types.put(name, known);
    }
    return known;
  }

  private Optional<byte[]> bytes(String name) {
    return program.find(name.replace('/', '.')).map(ClassFile::bytes).or(() -> library.apply(name));
  }

  /** Returns whether code of other packages may use a type of the program. */
  boolean shows(ApiType type) {
    return packages.test(ClassTable.packageOf(type.name().replace('/', '.'))) && reaches(type);
  }

  private boolean reaches(ApiType innermost) {
    Optional<ApiType> type = Optional.of(innermost);
    while (type.isPresent()) {
      ApiType it = type.get();
      Optional<ApiType> outer = it.outer().flatMap(this::type);
      boolean inherited =
          it.is(Opcodes.ACC_PROTECTED) && outer.filter(ApiType::isExtendable).isPresent();
      if (it.isLocal()
          || it.is(Opcodes.ACC_SYNTHETIC)
          || !it.is(Opcodes.ACC_PUBLIC) && !inherited) {
        return false;
      }
      type = outer;
    }
    return true;
  }

  /** Returns a type and all that it inherits from; classes before interfaces. */
  List<ApiType> withSupertypes(ApiType start) {
    Set<ApiType> classes = new LinkedHashSet<>();
    Optional<ApiType> type = Optional.of(start);
    while (type.isPresent() && classes.add(type.get())) {
      type = type.get().parents().stream().findFirst().flatMap(this::type);
    }
    Set<ApiType> all = new LinkedHashSet<>(classes);
    Deque<ApiType> open = new ArrayDeque<>(classes);
    while (!open.isEmpty()) {
      for (String parent : open.remove().parents()) {
        type(parent).filter(all::add).ifPresent(open::add);
      }
    }
    return new ArrayList<>(all);
  }

  Set<String> supertypeNames(ApiType start) {
    Set<String> names = new LinkedHashSet<>();
    withSupertypes(start).forEach(type -> names.addAll(type.parents()));
    return names;
  }

  /** Returns what a call of a method of a type reaches, as far as the type alone tells. */
  Optional<ApiMember> method(ApiType type, String key) {
    Optional<ApiMember> owed = Optional.empty();
    for (ApiType from : withSupertypes(type)) {
      ApiMember found = from.methods().get(key);
      if (found == null || !isInherited(found, from, type)) {
        continue;
      }
      if (!found.is(Opcodes.ACC_ABSTRACT) || !from.is(Opcodes.ACC_INTERFACE) || from == type) {
        return Optional.of(found); // A class wins over interfaces, even with an abstract method.
      }
      owed = owed.isPresent() ? owed : Optional.of(found);
    }
    return owed;
  }

  Optional<ApiMember> field(ApiType type, String name) {
    return withSupertypes(type).stream()
        .flatMap(
            from ->
                Optional.ofNullable(from.fields().get(name))
                    .filter(field -> isInherited(field, from, type))
                    .stream())
        .findFirst();
  }

  private static boolean isInherited(ApiMember member, ApiType from, ApiType type) {
    boolean own = from == type;
    boolean ofInterface = member.is(Opcodes.ACC_STATIC) && from.is(Opcodes.ACC_INTERFACE);
    return own
        || !member.isConstructor()
            && !member.is(Opcodes.ACC_PRIVATE)
            && !(member.isMethod() && ofInterface);
  }

  /**
   * Returns the members that others may use through a type: its own, and those it has from types of
   * the program that others can't see.
   */
  Stream<ApiMember> members(ApiType type) {
    Map<String, ApiMember> found = new LinkedHashMap<>();
    for (ApiType from : withSupertypes(type)) {
      if (from == type || own(from.name()).isPresent() && !shows(from)) {
        Stream.concat(from.fields().values().stream(), from.methods().values().stream())
            .filter(member -> isInherited(member, from, type))
            .filter(type::shows)
            .forEach(member -> found.putIfAbsent(member.key(), member));
      }
    }
    return found.values().stream();
  }

  /** Returns the methods that whoever extends a type has to write. */
  Stream<ApiMember> owed(ApiType type) {
    return withSupertypes(type).stream()
        .flatMap(from -> from.methods().keySet().stream())
        .distinct()
        .flatMap(key -> method(type, key).stream())
        .filter(ApiMember::isOwed);
  }

  /** Returns whether callers have to catch or declare an exception. */
  boolean isChecked(String exception) {
    return type(exception).map(this::withSupertypes).orElse(List.of()).stream()
        .map(ApiType::name)
        .noneMatch(Set.of("java/lang/RuntimeException", "java/lang/Error")::contains);
  }
}
