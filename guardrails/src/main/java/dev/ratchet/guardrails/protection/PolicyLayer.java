package dev.ratchet.guardrails.protection;

import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.MemberPattern;
import java.util.List;

/** A policy that protects what does not exist protects nothing, and has to say so loudly. */
public final class PolicyLayer implements Layer {
  public static final Rule MISSING =
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
