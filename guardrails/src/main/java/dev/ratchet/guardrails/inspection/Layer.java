package dev.ratchet.guardrails.inspection;

import dev.ratchet.guardrails.policy.Rule;
import java.util.List;

/** One kind of rule. All layers see every edit; one that throws counts as a hard finding. */
public interface Layer {
  /** Adds everything that speaks against an edit. */
  void inspect(Edit edit, Findings findings);

  /** Returns the rules that its findings name. */
  default List<Rule> rules() {
    return List.of();
  }
}
