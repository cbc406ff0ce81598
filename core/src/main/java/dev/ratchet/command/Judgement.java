package dev.ratchet.command;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import java.util.HashMap;
import java.util.Map;

/** Judges replies, on the host. */
final class Judgement {
  private Judgement() {}

  static TaskResult of(Task task, Reply reply) throws NotMeasurable {
    Map<Metric, Double> values = new HashMap<>();
    values.put(Metric.WALL_TIME, (double) reply.wallNanos());
    values.put(Metric.TRACE_LINES, (double) reply.traces().size());
    reply.cpuNanos().ifPresent(cpu -> values.put(Metric.CPU_TIME, (double) cpu));
    return new TaskResult(
        task.id(), task.family(), reply.status(), reply.text(), score(task, reply), values);
  }

  private static Score score(Task task, Reply reply) throws NotMeasurable {
    if (reply.status() != Status.ANSWERED) {
      return Score.wrong("gave an error");
    }
    try {
      return task.checker().check(reply.text());
    } catch (RuntimeException e) {
      throw new NotMeasurable(
          "The checker of a task of the family "
              + task.family()
              + " failed with "
              + e.getClass().getName()
              + ". Remedy: make it take any text");
    }
  }
}
