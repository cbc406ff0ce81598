package dev.ratchet.benchmarks;

import java.util.Objects;

/**
 * A judge of answers to one task. Authors of suites implement it, often as a lambda.
 *
 * <p>It is called on the host, never in the process that answers, on any thread and as often as the
 * task is answered; it must be deterministic, must not block and must treat the answer as hostile
 * text. A checker that throws makes the value missing, so the candidate is refused.
 */
@FunctionalInterface
public interface Checker {
  /** Returns the score of an answer. */
  Score check(String answer);

  /** Returns a checker that asks for exactly this text, outer white space ignored. */
  static Checker exact(String expected) {
    String wanted = Objects.requireNonNull(expected, "expected").strip();
    return answer ->
        answer.strip().equals(wanted) ? Score.right() : Score.wrong("expected " + wanted);
  }
}
