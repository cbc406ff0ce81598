package dev.ratchet.spi;

import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.util.List;

/**
 * A static check of an edit, before anything of it runs. Authors implement it.
 *
 * <p>Called once per candidate, and once on the baseline ({@link Candidate#baseline}, no changes)
 * before the first round, so that a guardrail which can't work on this target says so at once; see
 * the package for threads, deadlines and failures. It must not compile, load or run the candidate's
 * code outside of its own care, and it gathers all findings in one pass. Throwing refuses the
 * candidate.
 */
@FunctionalInterface
public interface Guardrail {
  /** Returns the verdict on a candidate. */
  Verdict inspect(Candidate candidate);

  /** Returns the name under which its verdicts are recorded. */
  default String name() {
    return StageNames.of(this, "guardrail");
  }

  /** Returns its rules in words, for the proposer's briefing. */
  default List<String> rules() {
    return List.of();
  }

  /**
   * Returns a guardrail that lets everything pass, which has to be spelled out and is recorded.
   *
   * @throws IllegalArgumentException if the reason is blank
   */
  static Guardrail none(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A loop without guardrail needs a reason");
    }
    return new Guardrail() {
      @Override
      public Verdict inspect(Candidate candidate) {
        return Verdict.accepted(Finding.note("guardrail.none", reason));
      }

      @Override
      public String name() {
        return "none (" + reason + ")";
      }
    };
  }
}
