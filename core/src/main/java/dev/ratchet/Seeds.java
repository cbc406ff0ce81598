package dev.ratchet;

import dev.ratchet.edit.ContentHash;

/**
 * Seeds derived from the run's seed one way: who knows a derived seed knows neither the run's seed
 * nor any other.
 */
record Seeds(long run) {
  /** The tuning tasks are the same all run long, so that failures can be followed. */
  long tuning() {
    return derive("tuning", 0, 0);
  }

  /** The validation tasks are the same all run long, so that the baseline is measured once. */
  long validation() {
    return derive("validation", 0, 0);
  }

  /** Held-out tasks are new for each attempt and fixed only once its candidate is frozen. */
  long heldOut(int round, int attempt) {
    return derive("held-out", round, attempt);
  }

  /** Tasks of the vault are new for each audit. */
  long audit(int number) {
    return derive("audit", number, 0);
  }

  /** Tasks on which a kept edit is measured anew were seen by no decision. */
  long estimate(int round) {
    return derive("estimate", round, 0);
  }

  /** Decides whether a round is a canary's, and what it proposes. */
  long canary(int round) {
    return derive("canary", round, 0);
  }

  long proposal(int round, int attempt) {
    return derive("proposal", round, attempt);
  }

  private long derive(String purpose, int round, int attempt) {
    String text = run + "/" + purpose + "/" + round + "/" + attempt;
    return Long.parseUnsignedLong(ContentHash.ofText(text).hex().substring(0, 16), 16);
  }
}
