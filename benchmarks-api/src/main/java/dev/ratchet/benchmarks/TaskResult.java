package dev.ratchet.benchmarks;

import java.util.Map;
import java.util.Objects;

/**
 * What a subject made of one task. Evaluators create it; acceptance rules read it.
 *
 * @param taskId the task's id
 * @param family the task's family
 * @param status how the answer ended
 * @param answer the answer, or what was thrown; hostile text
 * @param score the checker's judgement; wrong unless the status is {@link Status#ANSWERED}
 * @param values the metrics that were measured, in their units
 */
public record TaskResult(
    String taskId,
    String family,
    Status status,
    String answer,
    Score score,
    Map<Metric, Double> values) {

  /** How an answer ended. */
  public enum Status {
    /** The subject returned an answer. */
    ANSWERED,
    /** The subject threw; this counts as an unsolved task. */
    THREW,
    /** The subject used up its steps for the task. */
    OUT_OF_STEPS
  }

  /** Returns a result; the map is copied. */
  public TaskResult {
    Objects.requireNonNull(taskId, "taskId");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(score, "score");
    values = Map.copyOf(values);
  }

  /** Returns whether the task is solved. */
  public boolean isSolved() {
    return status == Status.ANSWERED && score.isRight();
  }
}
