package dev.ratchet.benchmarks;

import java.util.Objects;

/**
 * A question with the judge of its answers. Suites create it; evaluators send its input alone.
 *
 * @param id names the task within its suite, the same for the same seed
 * @param family the kind of task, for results by kind
 * @param input the text that the subject gets
 * @param expected a right answer to show for tuning tasks; empty when there is none to show
 * @param checker judges answers, on the host
 */
public record Task(String id, String family, String input, String expected, Checker checker) {
  /** Returns a task; no parameter may be null. */
  public Task {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(checker, "checker");
  }

  /** Returns this task under another id, for who puts the tasks of several draws together. */
  public Task withId(String newId) {
    return new Task(newId, family, input, expected, checker);
  }

  /** Returns a task with exactly one right answer. */
  public static Task exact(String id, String family, String input, String answer) {
    return new Task(id, family, input, answer, Checker.exact(answer));
  }
}
