package dev.ratchet.guardrails;

import dev.ratchet.guardrails.source.MemberPattern;
import java.util.List;

/** A policy that protects what does not exist protects nothing, and has to say so loudly. */
final class PolicyLayer implements Layer {
  static final Rule MISSING =
      Rule.hard("policy.member-missing", "Protected members exist")
          .because("a safeguard that matches nothing protects nothing")
          .stops("members: [acme.agent.Alinment#*]")
          .passes("members: [acme.agent.Alignment#*]");

  @Override
  public List<Rule> rules() {
    return List.of(MISSING);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    for (MemberPattern pattern : edit.protectedMembers().unmatched()) {
      findings.add(
          MISSING
              .found("The policy names " + pattern + ", but the program has nothing of that name")
              .remedy("let a person correct the name under protect.members or protect.may-use"));
    }
  }
}
