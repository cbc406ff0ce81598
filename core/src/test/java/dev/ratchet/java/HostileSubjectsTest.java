package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.isolation.IsolationLevel;
import dev.ratchet.isolation.ProbeResult;
import dev.ratchet.java.HostileSubject.Harm;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Runs hostile programs behind the walls of each level that this machine gives, and prints what was
 * stopped. Levels that it does not give are named and left out.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the subjects know their way about Linux only")
class HostileSubjectsTest {
  private static final TreeCompiler COMPILER = TreeCompiler.of(Programs.TARGET);
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  /** What came of one subject: what it was worth to its author, and what it left. */
  private record Result(boolean isStopped, String outcome) {}

  @Test
  void a_sandbox_stops_all_of_them() throws Exception {
    List<HostileSubject> subjects = HostileSubject.all();
    assertThat(subjects).hasSizeGreaterThanOrEqualTo(25);
    subjects.forEach(subject -> COMPILER.compile(subject.tree()));
    Map<IsolationLevel, Map<String, Result>> table = new EnumMap<>(IsolationLevel.class);
    List<String> before = Host.scratchDirectories();

    ExecutorService threads = Executors.newFixedThreadPool(IsolationLevel.values().length);
    try {
      Map<IsolationLevel, Future<Map<String, Result>>> runs = new EnumMap<>(IsolationLevel.class);
      for (IsolationLevel level : IsolationLevel.values()) {
        Isolation isolation = Isolation.of(level);
        ProbeResult probe = isolation.probe();
        System.out.println("Isolation: " + probe);
        if (probe.holds()) {
          runs.put(level, threads.submit(all(isolation, subjects)));
        }
      }
      for (Map.Entry<IsolationLevel, Future<Map<String, Result>>> run : runs.entrySet()) {
        table.put(run.getKey(), run.getValue().get());
      }
    } finally {
      threads.shutdownNow();
    }

    System.out.print(print(subjects, table));
    assertThat(Host.scratchDirectories()).as("scratch directories left").isEqualTo(before);
    assumeTrue(table.containsKey(IsolationLevel.SANDBOX), "this machine gives no sandbox");
    assertThat(table.get(IsolationLevel.SANDBOX))
        .allSatisfy((name, result) -> assertThat(result.isStopped()).as(result.outcome()).isTrue());
  }

  private static Callable<Map<String, Result>> all(
      Isolation isolation, List<HostileSubject> subjects) {
    return () -> {
      Map<String, Result> results = new LinkedHashMap<>();
      String token = "ratchet-hostile-" + UUID.randomUUID();
      try (Host host = Host.open()) {
        Task task = Task.exact("task", "hostile", host.input(token), token);
        try (ClassEvaluator untimed = evaluator(isolation, task, 0);
            ClassEvaluator timed = evaluator(isolation, task, 2)) {
          for (HostileSubject subject : subjects) {
            if (!subject.needsOwnUser() || hasOwnUsers(isolation)) {
              boolean isMeasured = subject.harm() == Harm.MEASURED;
              Comparison comparison = compare(isMeasured ? timed : untimed, subject);
              results.put(subject.name(), result(subject, comparison, host.traces(token)));
              host.clean(token);
            }
          }
        }
      }
      return results;
    };
  }

  /** What a host's user runs counts too, so there a fork bomb may be larger than a test can be. */
  private static boolean hasOwnUsers(Isolation isolation) throws IOException {
    return isolation.level() != IsolationLevel.PROCESS
        && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static ClassEvaluator evaluator(Isolation isolation, Task task, int timedPasses) {
    return ClassEvaluator.builder(COMPILER, Programs.suite(task))
        .withIsolation(isolation)
        .withoutExactnessCheck()
        .withTimedPasses(timedPasses)
        .withDeadline(DEADLINE)
        .build();
  }

  private static Comparison compare(ClassEvaluator evaluator, HostileSubject subject)
      throws InterruptedException {
    return evaluator.compare(Trial.of(HostileSubject.HONEST, subject.tree(), Split.VALIDATION, 1));
  }

  private static Result result(HostileSubject subject, Comparison comparison, List<String> traces) {
    boolean isAnswered = comparison.missing().isEmpty() && comparison.candidate().solved() == 1;
    boolean worked = !traces.isEmpty() || (subject.harm() != Harm.TRACE && isAnswered);
    String outcome =
        comparison.missing().orElseGet(() -> comparison.candidate().results().get(0).answer());
    return new Result(!worked, subject.name() + ": " + outcome + " " + traces);
  }

  private static String print(
      List<HostileSubject> subjects, Map<IsolationLevel, Map<String, Result>> table) {
    StringBuilder text = new StringBuilder("| subject |");
    table.keySet().forEach(level -> text.append(" ").append(level.words()).append(" |"));
    text.append("\n|---|").append("---|".repeat(table.size())).append("\n");
    for (HostileSubject subject : subjects) {
      text.append("| ").append(subject.name()).append(" |");
      for (Map<String, Result> results : table.values()) {
        Result result = results.get(subject.name());
        text.append(
            result == null ? " not run |" : result.isStopped() ? " stopped |" : " **works** |");
      }
      text.append("\n");
    }
    if (Boolean.getBoolean("ratchet.outcomes")) {
      table.forEach(
          (level, results) ->
              results.values().forEach(r -> text.append(level.words() + " " + r.outcome() + "\n")));
    }
    return text.toString();
  }
}
