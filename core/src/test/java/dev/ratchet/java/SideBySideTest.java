package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.java.SideBySide.Means;
import dev.ratchet.java.SideBySide.Side;
import dev.ratchet.java.WorkerJob.Pass;
import dev.ratchet.java.WorkerJob.Question;
import dev.ratchet.measure.StrictGain;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Libraries NONE = new Libraries(List.of());
  private static final TreeCompiler COMPILER = TreeCompiler.of(Programs.TARGET);
  private static final SourceTree SLOW = Programs.adder("0");
  private static final SourceTree FAST = Programs.adder("1");
  private static final SourceTree WRONG = Programs.answering("return \"no\";");
  private static final List<Task> TASKS =
      IntStream.range(0, 40)
          .mapToObj(n -> Task.exact("t" + n, "sum", "" + n, "" + n * (n + 1) / 2))
          .toList();

  private final WorkerPool pool = new WorkerPool(Isolation.process(), 0, List.of(), NONE, LIMIT);

  /** What each process was told to do, in the order of processes. */
  private final List<String> jobs = new ArrayList<>();

  private final Jobs recording = new Jobs(this::run, CoreBudget.of(1));
  private final StepCounter counter =
      new StepCounter(recording, Optional.empty(), LIMIT, 1_000_000, false);
  private final Means means = new Means(recording, counter, LIMIT, 1_000_000, 2, false);
  private final Versions versions =
      new Versions(COMPILER, Programs.TARGET.entryPoint().orElseThrow(), NONE);

  private WorkerReport run(WorkerJob job, Duration limit)
      throws NotMeasurable, InterruptedException {
    long counted = job.questions().stream().filter(Question::counted).count();
    long timed = job.questions().stream().filter(Question::timed).count();
    Pass.Kind kind = job.passes().get(0).kind();
    jobs.add(kind + " " + (kind == Pass.Kind.TIME ? timed : counted));
    return pool.run(job, limit);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private Comparison compare(SourceTree candidate, AcceptanceRule rule) throws Exception {
    Version baseline = versions.of("The baseline", SLOW);
    Side inForce = new Side(baseline, counter.inForce(baseline, TASKS));
    Trial trial =
        Trial.of(SLOW, candidate, Split.VALIDATION, 1).withRefuses(soFar -> rule.refuses(soFar));
    Version other = versions.of("The candidate", candidate);
    SideBySide both = new SideBySide(means, trial, TASKS, inForce, inForce.answers(), other);
    Optional<Comparison> counted = both.counted();
    return counted.isPresent() ? counted.get() : both.timed();
  }

  @Test
  void the_first_lost_tasks_end_it() throws Exception {
    Comparison comparison = compare(WRONG, StrictGain.standard());

    assertThat(jobs).containsExactly("COUNT 40", "COUNT 8");
    assertThat(comparison.isPartial()).isTrue();
    assertThat(comparison.missing()).contains("It was broken off after 8 of 40 tasks");
    assertThat(comparison.candidate().solved()).isZero();
  }

  @Test
  void a_loss_among_the_others_ends_it_before_any_clock() throws Exception {
    // The cheap ones come first, and they are right.
    SourceTree late =
        Programs.answering(
            "int n = Integer.parseInt(input); return n > 30 ? \"no\" : \"\" + n * (n + 1) / 2;");

    Comparison comparison = compare(late, StrictGain.standard());

    assertThat(jobs).containsExactly("COUNT 40", "COUNT 8", "COUNT 32");
    assertThat(comparison.isPartial()).isFalse();
    assertThat(comparison.candidate().solved()).isEqualTo(31);
  }

  @Test
  void what_loses_nothing_is_counted_whole_and_timed_last() throws Exception {
    Comparison comparison = compare(FAST, StrictGain.standard());

    assertThat(jobs).containsExactly("COUNT 40", "COUNT 8", "COUNT 32", "TIME 40");
    assertThat(comparison.missing()).isEmpty();
    assertThat(comparison.candidate().results())
        .extracting(TaskResult::taskId)
        .containsExactlyElementsOf(TASKS.stream().map(Task::id).toList());
  }

  @Test
  void a_rule_that_does_not_say_sees_everything() throws Exception {
    Comparison comparison = compare(WRONG, any -> StrictGain.standard().decide(any));

    assertThat(jobs).endsWith("TIME 40");
    assertThat(comparison.missing()).isEmpty();
  }

  @Test
  void what_is_known_is_not_counted_again_but_always_timed_anew() throws Exception {
    Comparison first = compare(FAST, StrictGain.standard());
    jobs.clear();

    Comparison second = compare(FAST, StrictGain.standard());

    assertThat(jobs).containsExactly("TIME 40");
    assertThat(second.candidate().total(Metric.STEPS))
        .isEqualTo(first.candidate().total(Metric.STEPS));
    assertThat(values(second, Metric.CPU_TIME)).isNotEqualTo(values(first, Metric.CPU_TIME));
  }

  @Test
  void trees_with_the_same_class_files_are_one_program() throws Exception {
    compare(FAST, StrictGain.standard());
    jobs.clear();
    String text = FAST.file(path()).orElseThrow().text().orElseThrow();
    SourceTree other = SourceTree.of(Map.of(Programs.FILE, text + "// the same"));

    compare(other, StrictGain.standard());

    assertThat(jobs).containsExactly("TIME 40");
  }

  private static SourcePath path() {
    return SourcePath.of(Programs.FILE);
  }

  private static List<Double> values(Comparison comparison, Metric metric) {
    return comparison.candidate().results().stream().map(r -> r.values().get(metric)).toList();
  }
}
