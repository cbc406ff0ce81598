package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs programs that try to look faster than they are, and prints what was believed of them. */
class HostileMetricsTest {
  private static final TreeCompiler COMPILER = TreeCompiler.of(Programs.TARGET);
  private static final int TASKS = 24;

  private record Result(String name, String steps, String cpu, String duel, boolean isBelieved) {
    @Override
    public String toString() {
      return "| " + name + " | " + steps + " | " + cpu + " | " + duel + " |";
    }
  }

  @Test
  void what_only_looks_faster_has_no_value() throws Exception {
    for (HostileMetric subject : HostileMetric.all()) {
      System.out.println(result(subject));
    }
  }

  private static Result result(HostileMetric subject) throws Exception {
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(COMPILER, new Inputs())
            .withTimedPasses(2)
            .withDuets(new DuetShape(2, 2, 4))
            .build()) {
      Comparison comparison =
          evaluator.compare(
              Trial.of(subject.before(), subject.after(), Split.HELD_OUT, 1)
                  .withWanted(
                      soFar -> soFar.duets().isEmpty() ? Evidence.FORKS : Evidence.NONE));
      if (comparison.missing().isPresent()) {
        return new Result(subject.name(), comparison.missing().get(), "", "", false);
      }
      double steps = ratio(comparison, Metric.STEPS);
      double cpu = ratio(comparison, Metric.CPU_TIME);
      Duet duet = comparison.duets().get(0);
      double duel = Math.exp(duet.logRatio(Metric.CPU_TIME).orElseThrow());
      double wall = Math.exp(duet.logRatio(Metric.WALL_TIME).orElseThrow());
      return new Result(
          subject.name(), f(steps), f(cpu), f(duel) + " / " + f(wall), true);
    }
  }

  private static String f(double d) {
    return String.format(Locale.ROOT, "%.2f", d);
  }

  private static double ratio(Comparison comparison, Metric metric) {
    return comparison.candidate().total(metric).orElseThrow()
        / comparison.baseline().total(metric).orElseThrow();
  }

  /** Tasks that every program here answers alike, so that only their cost tells. */
  private record Inputs() implements BenchmarkSuite {
    @Override
    public String name() {
      return "inputs";
    }

    @Override
    public List<Task> tasks(Split split, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return IntStream.range(0, TASKS)
          .mapToObj(i -> new Task("t" + i, "f", "" + random.nextInt(1 << 20), "", answer -> dev.ratchet.benchmarks.Score.right()))
          .toList();
    }
  }
}
