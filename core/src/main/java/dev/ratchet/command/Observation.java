package dev.ratchet.command;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.spi.Insight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one run of a program on the tuning tasks shows. */
final class Observation {
  private static final int MOST_TRACES = 20;
  private static final int LONGEST_TRACE = 120;

  private static final class Count {
    private long written;
    private long repeated;
    private long unused;

    long needless() {
      return repeated + unused;
    }
  }

  private final Map<String, Count> traces = new LinkedHashMap<>();
  private final List<TaskResult> results = new ArrayList<>();
  private final List<Insight.Failure> failures = new ArrayList<>();

  private Observation() {}

  static Insight of(CommandSettings settings, Version version, List<Task> tasks)
      throws NotMeasurable, InterruptedException {
    Observation observation = new Observation();
    try (Respondent respondent = new Respondent(version, settings, true)) {
      for (Task task : tasks) {
        observation.add(task, respondent.ask(task.input()));
      }
      respondent.end();
    }
    return new Insight(
        new Measurement(observation.results), observation.failures, observation.places());
  }

  private void add(Task task, Reply reply) throws NotMeasurable {
    TaskResult result = Judgement.of(task, reply);
    results.add(result);
    if (!result.isSolved()) {
      failures.add(new Insight.Failure(task, reply.text(), List.of()));
    }
    Set<String> ofThisTask = new HashSet<>();
    Set<Integer> leadingNowhere = new Reasoning(task.input(), reply).leadingNowhere();
    for (int i = 0; i < reply.traces().size(); i++) {
      String trace = reply.traces().get(i);
      String shown = trace.substring(0, Math.min(LONGEST_TRACE, trace.length()));
      Count count = traces.computeIfAbsent(shown, any -> new Count());
      count.written++;
      count.repeated += ofThisTask.add(trace) ? 0 : 1;
      count.unused += leadingNowhere.contains(i) ? 1 : 0;
    }
  }

  /** Those that can be left out come first: repeated, or taken up by nothing. */
  private List<Insight.HotSpot> places() {
    return traces.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Count> e) -> e.getValue().needless())
                .thenComparingLong(e -> e.getValue().written)
                .reversed())
        .limit(MOST_TRACES)
        .map(e -> place(e.getKey(), e.getValue()))
        .toList();
  }

  private static Insight.HotSpot place(String trace, Count count) {
    return new Insight.HotSpot(
        "trace: " + trace, 0, count.written, count.repeated, 0, 0, count.unused);
  }
}
