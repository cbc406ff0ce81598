package dev.ratchet.guardrails;

import dev.ratchet.verdict.Tier;
import java.util.Optional;

/** How a policy stands to something that an edit may newly do. */
enum Stance {
  /** A hard finding. */
  DENY,
  /** A finding that a named person may override. */
  ESCALATE,
  /** No finding. */
  ALLOW;

  Optional<Tier> tier() {
    return switch (this) {
      case DENY -> Optional.of(Tier.HARD);
      case ESCALATE -> Optional.of(Tier.ESCALATE);
      case ALLOW -> Optional.empty();
    };
  }
}
