package dev.ratchet.java;

import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.java.WorkerReport.Answer;
import java.util.Objects;
import java.util.Set;

/**
 * What a version makes of one input, the same each time: no clock has a part in it.
 *
 * @param wanted the classes that were asked for
 */
record Counted(Status status, String text, long steps, long outside, Set<String> wanted) {
  Counted {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(text, "text");
    wanted = Set.copyOf(wanted);
  }

  static Counted of(Answer answer) {
    return new Counted(
        answer.status(), answer.text(), answer.steps(), answer.outside(), answer.wanted());
  }

  boolean isOutOfSteps() {
    return status == Status.OUT_OF_STEPS;
  }

  /** Returns whether both answers are the same as far as a program can be held to it. */
  boolean agreesWith(Counted other) {
    return agreesWith(other.status, other.text);
  }

  boolean agreesWith(Answer other) {
    return agreesWith(other.status(), other.text());
  }

  private boolean agreesWith(Status otherStatus, String otherText) {
    return status == otherStatus && (status != Status.ANSWERED || text.equals(otherText));
  }
}
