package dev.ratchet.guardrails.rules;

import dev.ratchet.verdict.Tier;
import java.util.Optional;

/** How a policy stands to something that an edit may newly do. */
public enum Stance {
  /** A hard finding. */
  DENY,
  /** A finding that a named person may override. */
  ESCALATE,
  /** No finding. */
  ALLOW;

  public Optional<Tier> tier() {
    return switch (this) {
      case DENY -> Optional.of(Tier.HARD);
      case ESCALATE -> Optional.of(Tier.ESCALATE);
      case ALLOW -> Optional.empty();
    };
  }
}
