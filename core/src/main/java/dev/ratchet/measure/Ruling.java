package dev.ratchet.measure;

import dev.ratchet.spi.Evidence;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;

/**
 * What a gate says of the evidence so far.
 *
 * @param verdict the decision if no more evidence comes
 * @param wanted the evidence that could change it
 */
record Ruling(Verdict verdict, Evidence wanted) {
  static Ruling accepted(Finding... notes) {
    return new Ruling(Verdict.accepted(notes), Evidence.NONE);
  }

  static Ruling refused(Finding finding) {
    return new Ruling(Verdict.rejected(finding), Evidence.NONE);
  }

  static Ruling undecided(String rule, String message) {
    return open(rule, message, Evidence.NONE);
  }

  static Ruling open(String rule, String message, Evidence wanted) {
    Finding finding =
        Finding.hard(rule, message)
            .because("an edit is kept by what is proved, not by what may be");
    return new Ruling(Verdict.inconclusive(finding), wanted);
  }

  boolean isAccepted() {
    return verdict.isAccepted();
  }
}
