package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.Checker;
import dev.ratchet.benchmarks.Task;
import java.util.Objects;

/**
 * A task before it has a suite. Families create it.
 *
 * @param body the text after the family's line
 * @param canonical the same text for questions that count as the same, whatever their spelling
 * @param expected a right answer
 * @param checker judges answers
 */
public record Question(String body, String canonical, String expected, Checker checker) {
  /** Returns a question; no parameter may be null. */
  public Question {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(canonical, "canonical");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(checker, "checker");
  }

  /** Returns a question with exactly one right answer. */
  public static Question exact(String body, String canonical, String answer) {
    return new Question(body, canonical, answer, Checker.exact(answer));
  }

  /** Returns the task, its id made from the hash of its input. */
  Task task(String family) {
    String input = family + "\n" + body;
    String hash = String.format("%016x", Digest.of(input)).substring(4);
    return new Task(family + "-" + hash, family, input, expected, checker);
  }
}
