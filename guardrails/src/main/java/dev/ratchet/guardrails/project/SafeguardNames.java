package dev.ratchet.guardrails.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that safeguards tend to have, so that a draft of a policy can propose them. */
final class SafeguardNames {
  private static final Set<String> WORDS =
      Set.of(
          "alignment",
          "approval",
          "audit",
          "auditor",
          "compliance",
          "constraints",
          "guard",
          "guardrail",
          "guardrails",
          "harm",
          "killswitch",
          "moderation",
          "oversight",
          "permission",
          "permissions",
          "policy",
          "protected",
          "safeguard",
          "safeguards",
          "safety",
          "sandbox");
  private static final Set<String> WORDS_OF_MEMBERS =
      Set.of(
          "alignment",
          "approval",
          "audit",
          "harm",
          "killswitch",
          "moderation",
          "oversight",
          "safeguard",
          "safety");
  private static final Pattern BOUNDARY =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private SafeguardNames() {}

  /** Returns whether a type or a key of settings may be a safeguard. */
  static boolean isType(String name) {
    return words(name).stream().anyMatch(WORDS::contains);
  }

  /** Returns whether a method or field of another type may be one. */
  static boolean isMember(String name) {
    List<String> words = words(name);
    return words.stream().anyMatch(WORDS_OF_MEMBERS::contains)
        || words.containsAll(List.of("system", "prompt"));
  }

  private static List<String> words(String name) {
    return Arrays.stream(BOUNDARY.split(name)).map(w -> w.toLowerCase(Locale.ROOT)).toList();
  }
}
