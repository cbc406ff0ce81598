package dev.ratchet.guardrails.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  /** Not in every version that we run on, or no more. */
  private static final Set<String> OF_SOME_VERSIONS =
      Set.of(
          "java.lang.ScopedValue",
          "java.util.concurrent.StructuredTaskScope",
          "java.lang.SecurityManager",
          "java.lang.System#setSecurityManager",
          "java.security.Policy");

  @Test
  void names_only_what_the_jdk_has() {
    List<String> wrong = new ArrayList<>();
    for (String entry : Catalogue.jdk().entries()) {
      if (!OF_SOME_VERSIONS.contains(entry) && !exists(entry)) {
        wrong.add(entry);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean exists(String entry) {
    String[] parts = entry.split("#");
    try {
      Class<?> type = Class.forName(parts[0], false, ClassLoader.getPlatformClassLoader());
      return parts.length == 1 || parts[1].equals("new") || hasMember(type, parts[1]);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Fields such as {@code System.out} are hidden from reflection only where they are sensitive. */
  private static boolean hasMember(Class<?> type, String name) {
    return Stream.concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
        .anyMatch(member -> member.getName().equals(name));
  }
}
