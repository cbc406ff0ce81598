package dev.ratchet.guardrails.rules;

import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.guardrails.text.Words;

/**
 * A protected member as the policy names it, with how far its protection reaches.
 *
 * @param pattern what is protected
 * @param dependencies how much of what it calls and reads is protected with it
 * @param guardCalls the stance to weaker uses of it in editable code; deny still only escalates
 *     what is not certain
 * @param subtypes the stance to new subtypes and overrides
 * @param bindings the stance to what gives the names in it another meaning
 */
public record ProtectedMember(
    MemberPattern pattern,
    Dependencies dependencies,
    Stance guardCalls,
    Stance subtypes,
    Stance bindings) {
  /** Returns a member with the strictest protection, which is the default. */
  static ProtectedMember of(MemberPattern pattern) {
    return new ProtectedMember(
        pattern, Dependencies.TRANSITIVE, Stance.DENY, Stance.DENY, Stance.DENY);
  }

  /** Returns what is protected, and how, on one line. */
  String canonical() {
    return Rules.quoted(pattern)
        + " dependencies: "
        + Words.of(dependencies)
        + ", guard-calls: "
        + Words.of(guardCalls)
        + ", subtypes: "
        + Words.of(subtypes)
        + ", bindings: "
        + Words.of(bindings);
  }
}
