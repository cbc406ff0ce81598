package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.java.HostileMetric.Believed;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Runs programs that try to look faster than they are, and prints what was believed of them.
 *
 * <p>Nobody is a third faster, so whoever looks it is believed; the honest cost of looking for
 * traces is far larger than that, and so a busy machine hides nobody.
 */
class HostileMetricsTest {
  private static final TreeCompiler COMPILER = TreeCompiler.of(Programs.TARGET);
  private static final int TASKS = 24;
  private static final double FASTER = 0.67;
  private static final double SLOWER = 1.5;

  @Test
  void what_only_looks_faster_is_not_believed() throws Exception {
    List<HostileMetric> subjects = HostileMetric.all();
    List<String> wrong = new ArrayList<>();
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(COMPILER, new Inputs())
            .withTimedPasses(2)
            .withDuets(new DuetShape(2, 2, 4))
            .build()) {
      for (HostileMetric subject : subjects) {
        Comparison comparison = compare(evaluator, subject);
        Believed believed = believed(comparison);
        System.out.println("| " + subject.name() + " | " + outcome(comparison, believed) + " |");
        if (believed != Believed.NOTHING && believed != subject.believed()) {
          wrong.add(subject.name() + ": " + outcome(comparison, believed));
        }
      }
    }
    assertThat(subjects).hasSizeGreaterThan(25);
    assertThat(wrong).isEmpty();
  }

  @Test
  void forks_of_one_version_alone_show_who_slowed_the_other() throws Exception {
    HostileMetric provider =
        HostileMetric.all().stream()
            .filter(subject -> subject.name().startsWith("puts a provider"))
            .findFirst()
            .orElseThrow();
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(COMPILER, new Inputs())
            .withTimedPasses(0)
            .withDuets(new DuetShape(2, 2, 4))
            .build()) {
      assertThat(duel(compare(evaluator, provider, Evidence.FORKS))).isLessThan(FASTER);
      assertThat(duel(compare(evaluator, provider, Evidence.APART))).isGreaterThan(FASTER);
    }
  }

  private static Comparison compare(ClassEvaluator evaluator, HostileMetric subject)
      throws InterruptedException {
    return compare(evaluator, subject, Evidence.FORKS);
  }

  private static Comparison compare(ClassEvaluator evaluator, HostileMetric subject, Evidence forks)
      throws InterruptedException {
    return evaluator.compare(
        Trial.of(subject.before(), subject.after(), Split.HELD_OUT, 1)
            .withWanted(soFar -> soFar.duets().isEmpty() ? forks : Evidence.NONE));
  }

  private static Believed believed(Comparison comparison) {
    if (comparison.missing().isPresent()) {
      return Believed.NOTHING;
    }
    double duel = duel(comparison);
    if (duel < FASTER || ratio(comparison, Metric.CPU_TIME) < FASTER) {
      return Believed.TIME;
    }
    // Fewer steps for more time are refused.
    return ratio(comparison, Metric.STEPS) < FASTER && duel < SLOWER
        ? Believed.STEPS
        : Believed.NOTHING;
  }

  private static String outcome(Comparison comparison, Believed believed) {
    return comparison
        .missing()
        .orElseGet(
            () ->
                "%s: steps x %.2f, CPU time x %.2f, in a duel x %.2f"
                    .formatted(
                        believed,
                        ratio(comparison, Metric.STEPS),
                        ratio(comparison, Metric.CPU_TIME),
                        duel(comparison)));
  }

  private static double ratio(Comparison comparison, Metric metric) {
    return comparison.candidate().total(metric).orElseThrow()
        / comparison.baseline().total(metric).orElseThrow();
  }

  private static double duel(Comparison comparison) {
    return Math.exp(comparison.duets().get(0).logRatio(Metric.CPU_TIME).orElseThrow());
  }

  /** Whatever is answered is right, so that only the cost tells. */
  private record Inputs() implements BenchmarkSuite {
    @Override
    public String name() {
      return "inputs";
    }

    @Override
    public List<Task> tasks(Split split, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return IntStream.range(0, TASKS)
          .mapToObj(i -> "" + random.nextInt(1 << 20))
          .map(input -> new Task("t" + input, "f", input, "", answer -> Score.right()))
          .toList();
    }
  }
}
