package dev.ratchet.guardrails;

import dev.ratchet.guardrails.inspection.DeepThread;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.project.PolicyRules;
import dev.ratchet.verdict.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules that a {@link PolicyGuardrail} and a {@link PolicyCheck} know. Users call it.
 *
 * <p><a href="doc-files/rules.html">The rules</a> with their reasons and examples.
 */
public final class RuleCatalogue {
  private static final List<Rule> ALL =
      Stream.of(
              PolicyGuardrail.LAYERS.stream().flatMap(layer -> layer.rules().stream()),
              Stream.of(PolicyGuardrail.IN_FORCE, DeepThread.FAILED, DeepThread.TIME),
              PolicyRules.ALL.stream())
          .flatMap(Function.identity())
          .distinct()
          .sorted(Comparator.comparing(Rule::id))
          .toList();

  private static final Map<String, Rule> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

  private RuleCatalogue() {}

  /** Returns all rules by id, each id once. */
  public static List<Rule> all() {
    return ALL;
  }

  /** Returns the rule of an id, or empty if there is none. */
  public static Optional<Rule> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** Returns whether a finding is one that a rule can have. */
  static boolean declares(Finding finding) {
    return find(finding.rule()).filter(rule -> rule.tiers().contains(finding.tier())).isPresent();
  }
}
