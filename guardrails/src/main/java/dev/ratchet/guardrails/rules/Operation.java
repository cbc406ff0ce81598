package dev.ratchet.guardrails.rules;

import dev.ratchet.edit.Change;
import dev.ratchet.guardrails.text.Words;

/** What an edit does to a file. */
public enum Operation {
  CREATE,
  MODIFY,
  DELETE,
  MOVE;

  public static Operation of(Change change) {
    if (change instanceof Change.Create) {
      return CREATE;
    }
    if (change instanceof Change.Delete) {
      return DELETE;
    }
    return change instanceof Change.Move ? MOVE : MODIFY;
  }

  public String word() {
    return Words.of(this);
  }
}
