package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final TreeCompiler COMPILER = TreeCompiler.of(Programs.TARGET);
  private static final SourceTree SLOW = working(600_000, "");
  private static final SourceTree FAST = working(200_000, "");

  /** Sums numbers, so often, after a statement that may count its answers. */
  private static SourceTree working(int times, String first) {
    return Programs.with(
        """
        static int asked;
        public static String solve(String input) {
          %s
          long sum = 0;
          for (int i = 0; i < %d; i++) { sum += (sum ^ i) %% 7; }
          return input + (sum == -1 ? "!" : "");
        }
        """
            .formatted(first, times));
  }

  /** Nine tasks that are new for every seed. */
  private static BenchmarkSuite fresh() {
    return new BenchmarkSuite() {
      @Override
      public String name() {
        return "fresh";
      }

      @Override
      public List<Task> tasks(Split split, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 9)
            .mapToObj(i -> Task.exact("t" + i, "echo", "" + random.nextLong(), ""))
            .map(t -> Task.exact(t.id(), t.family(), t.input(), t.input()))
            .toList();
      }
    };
  }

  private static Comparison compare(
      BenchmarkSuite suite,
      SourceTree baseline,
      SourceTree candidate,
      Function<Comparison, Evidence> wanted)
      throws InterruptedException {
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(COMPILER, suite)
            .withIdleWorkers(0)
            .withoutExactnessCheck()
            .withTimedPasses(0)
            .withDuets(new DuetShape(2, 4, 20))
            .build()) {
      return evaluator.compare(Trial.of(baseline, candidate, Split.HELD_OUT, 1).withWanted(wanted));
    }
  }

  private static Function<Comparison, Evidence> forks(int count) {
    return soFar -> soFar.duets().size() < count ? Evidence.FORKS : Evidence.NONE;
  }

  @Test
  void each_fork_is_a_process_with_coins_of_its_own() throws InterruptedException {
    Comparison comparison = compare(fresh(), SLOW, FAST, forks(2));

    assertThat(comparison.missing()).isEqualTo(Optional.empty());
    assertThat(comparison.duets()).hasSize(2).extracting(Duet::seed).doesNotHaveDuplicates();
    for (Duet duet : comparison.duets()) {
      assertThat(duet.logRatio(Metric.CPU_TIME).orElseThrow())
          .as("a third of the work")
          .isLessThan(Math.log(0.7));
      assertThat(duet.logRatios())
          .containsOnlyKeys(Metric.CPU_TIME, Metric.WALL_TIME, Metric.ALLOCATION);
    }
  }

  @Test
  void versions_apart_are_as_fast_as_side_by_side() throws InterruptedException {
    Comparison comparison =
        compare(
            fresh(),
            SLOW,
            FAST,
            soFar -> soFar.duets().size() < 2 ? Evidence.APART : Evidence.NONE);

    assertThat(comparison.missing()).isEqualTo(Optional.empty());
    assertThat(comparison.duets())
        .hasSize(2)
        .allSatisfy(
            duet ->
                assertThat(duet.logRatio(Metric.CPU_TIME).orElseThrow())
                    .as("a third of the work")
                    .isLessThan(Math.log(0.7)));
  }

  @Test
  void more_tasks_are_other_tasks() throws InterruptedException {
    Comparison comparison =
        compare(
            fresh(),
            SLOW,
            FAST,
            soFar -> soFar.candidate().results().size() < 20 ? Evidence.TASKS : Evidence.NONE);

    assertThat(comparison.candidate().results()).hasSize(27);
    assertThat(comparison.candidate().results())
        .extracting(TaskResult::answer)
        .doesNotHaveDuplicates();
  }

  /** It may call itself generated, as here: tasks that were seen prove nothing twice. */
  @Test
  void a_fixed_suite_has_no_more_tasks_to_give() throws InterruptedException {
    Comparison comparison =
        compare(Programs.sums(), Programs.adder("1"), Programs.adder("0"), any -> Evidence.TASKS);

    assertThat(comparison.candidate().results()).hasSize(3);
  }

  @Test
  void a_task_lost_in_a_fork_only_is_no_measurement() throws InterruptedException {
    // 20 answers warm it up. Where steps are counted each task meets a fresh program.
    SourceTree tired = working(200_000, "if (++asked > 20) { return \"tired\"; }");

    assertThat(compare(fresh(), SLOW, tired, forks(1)).missing().orElse(""))
        .contains("In a fork the candidate does not solve");
  }

  @Test
  void tasks_too_small_to_be_timed_are_no_measurement() throws InterruptedException {
    SourceTree tiny = working(1, "");

    assertThat(compare(fresh(), working(2, ""), tiny, forks(1)).missing().orElse(""))
        .contains("too little to be compared");
  }

  @Test
  void the_anchor_answers_the_same_tasks() throws InterruptedException {
    SourceTree wrong = Programs.answering("return \"wrong\";");
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(COMPILER, fresh()).withIdleWorkers(0).build()) {
      Trial trial = Trial.of(wrong, working(2, ""), Split.HELD_OUT, 1).withAnchor(working(3, ""));

      Comparison comparison = evaluator.compare(trial);

      assertThat(comparison.baseline().solved()).isZero();
      assertThat(comparison.anchor().solved()).isEqualTo(9);
    }
  }
}
