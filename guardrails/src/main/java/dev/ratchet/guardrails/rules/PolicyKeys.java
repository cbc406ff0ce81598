package dev.ratchet.guardrails.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that a policy may have, by section. The published schema has the same. */
public final class PolicyKeys {
  public static final List<String> TOP =
      List.of(
          "ratchet", "editable", "protect", "java", "kinds", "text", "limits", "review", "adapt");
  public static final List<String> EDITABLE = List.of("paths", "operations");
  public static final List<String> PROTECT =
      List.of("paths", "members", "settings", "may-use", "evaluator");
  public static final List<String> MEMBER =
      List.of("member", "dependencies", "guard-calls", "subtypes", "bindings");
  public static final List<String> SETTING = List.of("file", "keys");
  public static final List<String> JAVA =
      List.of(
          "level",
          "sources",
          "tests",
          "tests-editable",
          "resources",
          "class-path",
          "entry-point",
          "packages",
          "reserved",
          "capabilities",
          "declarations");
  public static final List<String> PACKAGES = List.of("allow");
  public static final List<String> STANCES = List.of("deny", "escalate", "allow");
  public static final List<String> TEXT =
      List.of("unicode-identifiers", "ascii-escapes", "mixed-line-ends");
  public static final List<String> LIMITS =
      List.of("files", "changed-lines", "line-length", "bytes", "nesting", "seconds");
  public static final List<String> REVIEW = List.of("when-risk-at-least");
  public static final List<String> ADAPT =
      List.of("tighten-after-violations", "halt-after-violations", "loosen-after-kept");

  private static final Map<String, List<String>> SECTIONS =
      Map.of(
          "editable", EDITABLE,
          "protect", PROTECT,
          "java", JAVA,
          "text", TEXT,
          "limits", LIMITS,
          "review", REVIEW,
          "adapt", ADAPT);

  private PolicyKeys() {}

  /** Returns the section that a key belongs in, if there is one and only one. */
  static Optional<String> home(String key) {
    List<String> homes =
        SECTIONS.entrySet().stream()
            .filter(section -> section.getValue().contains(key))
            .map(Map.Entry::getKey)
            .toList();
    return homes.size() == 1 ? Optional.of(homes.get(0)) : Optional.empty();
  }
}
