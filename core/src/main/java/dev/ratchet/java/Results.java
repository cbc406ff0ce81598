package dev.ratchet.java;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.java.WorkerReport.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Answers as results of tasks, judged on the host. */
final class Results {
  private Results() {}

  static Measurement untimed(List<Task> tasks, List<Counted> answers) throws NotMeasurable {
    return timed(tasks, answers, task -> List.of());
  }

  /** Returns results with the least time of each task's timed answers, where it has some. */
  static Measurement timed(List<Task> tasks, List<Counted> answers, IntFunction<List<Answer>> timed)
      throws NotMeasurable {
    List<TaskResult> results = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      results.add(result(tasks.get(i), answers.get(i), timed.apply(i)));
    }
    return new Measurement(results);
  }

  static TaskResult result(Task task, Counted counted, List<Answer> timed) throws NotMeasurable {
    Map<Metric, Double> values = new HashMap<>();
    values.put(Metric.STEPS, (double) counted.steps());
    values.put(Metric.OUTSIDE_CALLS, (double) counted.outside());
    timed.stream()
        .mapToLong(Answer::cpuNanos)
        .min()
        .ifPresent(least -> values.put(Metric.CPU_TIME, (double) least));
    timed.stream()
        .mapToLong(Answer::wallNanos)
        .min()
        .ifPresent(least -> values.put(Metric.WALL_TIME, (double) least));
    Score score = score(task, counted.status(), counted.text());
    return new TaskResult(
        task.id(), task.family(), counted.status(), counted.text(), score, values);
  }

  static boolean isSolved(Task task, Status status, String text) throws NotMeasurable {
    return status == Status.ANSWERED && score(task, status, text).isRight();
  }

  private static Score score(Task task, Status status, String text) throws NotMeasurable {
    if (status != Status.ANSWERED) {
      return Score.wrong(text);
    }
    try {
      return task.checker().check(text);
    } catch (RuntimeException e) {
      throw new NotMeasurable(
          "The checker of a task failed. Remedy: make it take any text", task.id() + ": " + e);
    }
  }
}
