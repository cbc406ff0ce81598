package dev.ratchet.guardrails;

import dev.ratchet.edit.Change;

/** What an edit does to a file. */
enum Operation {
  CREATE,
  MODIFY,
  DELETE,
  MOVE;

  static Operation of(Change change) {
    if (change instanceof Change.Create) {
      return CREATE;
    }
    if (change instanceof Change.Delete) {
      return DELETE;
    }
    return change instanceof Change.Move ? MOVE : MODIFY;
  }

  String word() {
    return Words.of(this);
  }
}
