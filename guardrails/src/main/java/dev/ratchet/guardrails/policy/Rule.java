package dev.ratchet.guardrails.policy;

import dev.ratchet.guardrails.RuleCatalogue;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.util.List;
import java.util.Objects;

/**
 * A rule that edits are held to: what it says, why, and what it does. Users read it.
 *
 * <p>Rules are listed in {@link RuleCatalogue}. Immutable.
 */
public final class Rule {
  private final String id;
  private final List<Tier> tiers;
  private final String sentence;
  private final String why;
  private final String stopped;
  private final String passed;

  private Rule(
      String id, List<Tier> tiers, String sentence, String why, String stopped, String passed) {
    this.id = Objects.requireNonNull(id, "id");
    this.tiers = List.copyOf(tiers);
    this.sentence = Objects.requireNonNull(sentence, "sentence");
    this.why = Objects.requireNonNull(why, "why");
    this.stopped = Objects.requireNonNull(stopped, "stopped");
    this.passed = Objects.requireNonNull(passed, "passed");
  }

  /** Returns a rule whose findings have one of some tiers, the usual one first. */
  public static Rule of(String id, String sentence, Tier... tiers) {
    return new Rule(id, List.of(tiers), sentence, "", "", "");
  }

  public static Rule hard(String id, String sentence) {
    return of(id, sentence, Tier.HARD);
  }

  public static Rule escalate(String id, String sentence) {
    return of(id, sentence, Tier.ESCALATE);
  }

  public static Rule note(String id, String sentence) {
    return of(id, sentence, Tier.NOTE);
  }

  /** Returns a rule whose tier the policy sets; hard unless it says otherwise. */
  public static Rule settable(String id, String sentence) {
    return of(id, sentence, Tier.HARD, Tier.ESCALATE);
  }

  public Rule because(String newWhy) {
    return new Rule(id, tiers, sentence, newWhy, stopped, passed);
  }

  public Rule stops(String example) {
    return new Rule(id, tiers, sentence, why, example, passed);
  }

  public Rule passes(String example) {
    return new Rule(id, tiers, sentence, why, stopped, example);
  }

  /** Returns a finding of the usual tier, with the rule's reason. */
  public Finding found(String message) {
    return found(tiers.get(0), message);
  }

  /** Returns a finding with the rule's reason. */
  public Finding found(Tier tier, String message) {
    return Finding.of(id, tier, message).because(why);
  }

  /** Returns the id that findings name, such as {@code paths.editable}. */
  public String id() {
    return id;
  }

  /** Returns the tiers that its findings can have, the usual one first. */
  public List<Tier> tiers() {
    return tiers;
  }

  /** Returns what holds for edits, as a sentence without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** Returns the reason, completing "because ...". */
  public String why() {
    return why;
  }

  /** Returns an example of what it stops, or names if it is a note: code, or a few words. */
  public String stopped() {
    return stopped;
  }

  /** Returns an example that is much like the one that is stopped, and is let through. */
  public String passed() {
    return passed;
  }

  /** Returns the id and the sentence. */
  @Override
  public String toString() {
    return id + ": " + sentence;
  }
}
