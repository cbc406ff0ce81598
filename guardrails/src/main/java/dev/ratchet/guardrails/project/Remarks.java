package dev.ratchet.guardrails.project;

import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.verdict.Tier;

/** Where a part of a check says what it found of a key of the policy. */
public interface Remarks {
  void add(Rule rule, Tier tier, String key, String message, String remedy);
}
