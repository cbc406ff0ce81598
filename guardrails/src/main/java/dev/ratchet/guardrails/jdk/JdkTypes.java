package dev.ratchet.guardrails.jdk;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of the running JDK; they are looked at and never initialised. */
final class JdkTypes {
  private JdkTypes() {}

  /** Returns a type of the JDK by its full name. */
  static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(
          Class.forName(JdkNames.binary(name), false, ClassLoader.getPlatformClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Returns the type itself and its supertypes, the nearest first; none if it is unknown. */
  static List<Class<?>> lineage(String name) {
    return find(name).map(JdkTypes::lineage).orElse(List.of());
  }

  private static List<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> seen = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      Class<?> next = open.remove();
      if (next != Object.class && seen.add(next)) {
        Optional.<Class<?>>ofNullable(next.getSuperclass()).ifPresent(open::add);
        open.addAll(Arrays.asList(next.getInterfaces()));
      }
    }
    seen.add(Object.class);
    return List.copyOf(seen);
  }

  static String nameOf(Class<?> type) {
    return JdkNames.dotted(type.getName());
  }

  /** Returns whether it declares a member of that name that programs can use. */
  static boolean declares(Class<?> type, String member) {
    return named(type, member)
        .map(Member::getModifiers)
        .anyMatch(m -> Modifier.isPublic(m) || Modifier.isProtected(m));
  }

  private static Stream<Member> named(Class<?> type, String member) {
    return member.equals("new")
        ? Arrays.stream(type.getDeclaredConstructors())
        : Stream.<Member[]>of(type.getDeclaredMethods(), type.getDeclaredFields())
            .flatMap(Arrays::stream)
            .filter(m -> m.getName().equals(member));
  }
}
