package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Body;

/** How a body is read. */
public enum Form {
  /** As it is written. */
  WRITTEN,
  /** As all bodies are written that differ from it only in how they lay out their choices. */
  NORMAL;

  Body of(Body body, Meaning meaning) {
    return this == NORMAL ? NormalForm.of(body, meaning) : body;
  }
}
