package dev.ratchet.cli;

import dev.ratchet.verdict.Verdict;

/** What the process tells its caller. */
final class ExitCode {
  /** The edit is allowed, or the command did what it was asked. */
  static final int ALLOWED = 0;

  /** The edit is rejected. */
  static final int REJECTED = 1;

  /** The command, the policy or the baseline can't be used; nothing was judged. */
  static final int UNUSABLE = 2;

  /** The edit needs the leave of a named person. */
  static final int NEEDS_A_PERSON = 3;

  private ExitCode() {}

  static int of(Verdict.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> ALLOWED;
      case ESCALATED -> NEEDS_A_PERSON;
      case REJECTED, INCONCLUSIVE -> REJECTED;
    };
  }
}
