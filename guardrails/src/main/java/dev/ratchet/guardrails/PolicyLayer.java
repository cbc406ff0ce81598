package dev.ratchet.guardrails;

import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.verdict.Finding;

/** A policy that protects what does not exist protects nothing, and has to say so loudly. */
final class PolicyLayer implements Layer {
  @Override
  public void inspect(Edit edit, Findings findings) {
    for (MemberPattern pattern : edit.protectedMembers().unmatched()) {
      findings.add(
          Finding.hard(
                  "policy.member-missing",
                  "The policy names " + pattern + ", but the program has nothing of that name")
              .because("a safeguard that matches nothing protects nothing")
              .remedy("let a person correct the name under protect.members or protect.may-use"));
    }
  }
}
