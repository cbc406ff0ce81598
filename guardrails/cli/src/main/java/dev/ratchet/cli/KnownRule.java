package dev.ratchet.cli;

import dev.ratchet.guardrails.RuleCatalogue;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.verdict.Tier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule of the guard, or of how an edit is given, as it is shown to people.
 *
 * @param id the id that findings name
 * @param tiers the tiers that its findings can have, the usual one first
 * @param sentence what holds for edits
 * @param why the reason
 * @param stopped an example of what it stops
 * @param passed an example much like it that is let through
 */
record KnownRule(
    String id, List<Tier> tiers, String sentence, String why, String stopped, String passed) {

  /** Returns the rules of how an edit is given, then those of the guard. */
  static List<KnownRule> all() {
    return Stream.concat(
            Stream.of(EditRule.values()).map(EditRule::known),
            RuleCatalogue.all().stream().map(KnownRule::of))
        .toList();
  }

  static Optional<KnownRule> find(String id) {
    return Stream.of(EditRule.values())
        .map(EditRule::known)
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .or(() -> RuleCatalogue.find(id).map(KnownRule::of));
  }

  private static KnownRule of(Rule rule) {
    return new KnownRule(
        rule.id(), rule.tiers(), rule.sentence(), rule.why(), rule.stopped(), rule.passed());
  }

  /** Returns all parts but the id, each on lines of its own. */
  String explained() {
    return sentence
        + ".\nBecause "
        + why
        + "."
        + (stopped.isBlank() ? "" : "\nStopped: " + stopped.strip())
        + (passed.isBlank() ? "" : "\nLet through: " + passed.strip());
  }
}
