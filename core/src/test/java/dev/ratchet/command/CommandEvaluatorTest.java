package dev.ratchet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Subject.CommandLine;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.measure.DuetGate;
import dev.ratchet.measure.GatePlan;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandEvaluatorTest {
  private static final int TASKS = 10;

  /** Primes up to numbers that are new for every seed, of about this size. */
  private record Primes(int size) implements BenchmarkSuite {
    @Override
    public String name() {
      return "primes";
    }

    @Override
    public List<Task> tasks(Split split, long seed) {
      SplittableRandom random = new SplittableRandom(seed * 31 + split.ordinal());
      return IntStream.range(0, TASKS)
          .map(i -> size + random.nextInt(size))
          .distinct()
          .mapToObj(n -> Task.exact("t" + n, "primes", "" + n, answer(n)))
          .toList();
    }

    private static String answer(int limit) {
      int[] primes =
          IntStream.rangeClosed(2, limit)
              .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0))
              .toArray();
      return primes.length + " " + IntStream.of(primes).sum();
    }
  }

  private static Primes suite(Interpreter language) {
    return new Primes(language == Interpreter.PYTHON ? 700 : 12_000);
  }

  private static CommandEvaluator.Builder evaluator(CommandLine command, int size) {
    return CommandEvaluator.builder(command, new Primes(size))
        .withRounds(3)
        .withAnswerLimit(Duration.ofSeconds(20));
  }

  private static Function<Comparison, Evidence> forks(int count) {
    return soFar -> soFar.duets().size() < count ? Evidence.FORKS : Evidence.NONE;
  }

  private static Comparison compare(Interpreter language, Trial trial) throws InterruptedException {
    return evaluator(language.command(), suite(language).size()).build().compare(trial);
  }

  @ParameterizedTest
  @EnumSource
  void both_versions_answer_in_any_language(Interpreter language) throws InterruptedException {
    Comparison comparison =
        compare(
            language,
            Trial.of(language.wasteful(), language.thrifty(), Split.HELD_OUT, 1)
                .withWanted(forks(1)));

    assertThat(comparison.missing()).isEqualTo(Optional.empty());
    assertThat(comparison.baseline().accuracy()).isEqualTo(1);
    assertThat(comparison.candidate().accuracy()).isEqualTo(1);
    assertThat(comparison.candidate().total(Metric.WALL_TIME)).isPresent();
    assertThat(comparison.candidate().total(Metric.TRACE_LINES)).hasValue(2.0 * TASKS);
    Duet duet = comparison.duets().get(0);
    assertThat(duet.logRatio(Metric.CPU_TIME).orElseThrow()).as("half of the work").isNegative();
    assertThat(duet.logRatios()).containsOnlyKeys(Metric.WALL_TIME, Metric.CPU_TIME);
  }

  @ParameterizedTest
  @EnumSource
  void a_gate_that_puts_time_first_keeps_what_saves_time(Interpreter language)
      throws InterruptedException {
    DuetGate gate = DuetGate.of(GatePlan.standard().withTimeFirst());
    Trial trial =
        Trial.of(language.wasteful(), language.thrifty(), Split.VALIDATION, 1)
            .withWanted(gate::wanted);

    Comparison comparison = compare(language, trial);

    assertThat(comparison.missing()).isEqualTo(Optional.empty());
    assertThat(gate.decide(comparison).isAccepted()).as("after %s", comparison.duets()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_profile_is_made_of_lines_of_reasoning(Interpreter language) throws InterruptedException {
    CommandEvaluator evaluator =
        CommandEvaluator.builder(language.command(), suite(language)).build();

    Insight insight = evaluator.observe(language.wasteful(), 1);

    assertThat(insight.failures()).isEmpty();
    assertThat(insight.hotSpots())
        .hasSize(TASKS)
        .allSatisfy(spot -> assertThat(spot.place()).startsWith("trace: primes up to "))
        .allSatisfy(spot -> assertThat(spot.calls()).isEqualTo(2))
        .allSatisfy(spot -> assertThat(spot.repeatedCalls()).isEqualTo(1));
  }

  @Nested
  class In_Python {
    private static final String READ =
        """
        import json, os, sys, threading, time
        def say(message):
            print(json.dumps(message), flush=True)
        asked = 0
        for line in sys.stdin:
            request = json.loads(line)
            asked += 1
        """;

    private final Interpreter python = Interpreter.PYTHON;

    private SourceTree doing(String work) {
      return python.program(READ + work.indent(4));
    }

    private SourceTree answering(String answer) {
      return doing("say({'id': request['id'], 'answer': " + answer + "})");
    }

    private Comparison compare(SourceTree baseline, SourceTree candidate, Split split)
        throws InterruptedException {
      return evaluator(python.command(), 10)
          .withAnswerLimit(Duration.ofSeconds(5))
          .build()
          .compare(Trial.of(baseline, candidate, split, 1));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "print('hello', flush=True)|writes a line that is no answer",
          "say({'id': 'x', 'answer': ''})|answers what it was not asked",
          "say({'id': request['id'], 'answer': '', 'score': 1})|writes a line that is no answer",
          "for _ in 'ab': say({'id': request['id'], 'answer': ''})|asked",
          "sys.exit(0)|gives no answer: it ended with code 0",
          "os._exit(3)|gives no answer: it ended with code 3",
          "sys.stdout.close()|gives no answer",
          "os.close(1); time.sleep(60)|gives no answer",
          "print('x' * 20_000_000, flush=True)|gives no answer",
          "sys.stdout.write('{\"id\"'); sys.stdout.flush(); sys.exit()|gives no answer: it ended",
          "import atexit; atexit.register(os._exit, 1); say({'id': request['id'], 'answer': ''})"
              + "|does not end well: it ended with code 1"
        })
    void what_is_not_an_answer_in_turn_is_no_measurement(String work, String reason)
        throws InterruptedException {
      String missing =
          compare(answering("''"), doing(work), Split.HELD_OUT).missing().orElse("none");

      assertThat(missing).startsWith("The candidate ").containsPattern(reason);
    }

    @Test
    void a_slow_answer_is_no_measurement() throws InterruptedException {
      Comparison comparison =
          evaluator(python.command(), 10)
              .withAnswerLimit(Duration.ofMillis(500))
              .build()
              .compare(Trial.of(doing("time.sleep(60)"), answering("''"), Split.HELD_OUT, 1));

      assertThat(comparison.missing().orElse(""))
          .isEqualTo("The baseline gives no answer within 500 ms, or not all of it");
    }

    /** It keeps each question and answers the one before. */
    @Test
    void an_answer_out_of_order_is_no_measurement() throws InterruptedException {
      SourceTree late =
          doing(
              "last = request['id'] if asked == 1 else last\n"
                  + "say({'id': last, 'answer': ''})\n"
                  + "last = request['id']");

      assertThat(compare(answering("''"), late, Split.HELD_OUT).missing().orElse(""))
          .contains("answers what it was not asked");
    }

    @Test
    void what_nobody_may_see_is_in_no_reason() throws InterruptedException {
      SourceTree teller =
          doing("print('SECRET', request['input'], file=sys.stderr); print('SECRET'); sys.exit(1)");

      assertThat(compare(answering("''"), teller, Split.HELD_OUT).missing().orElse(""))
          .isNotEmpty()
          .doesNotContain("SECRET");
      assertThat(compare(answering("''"), teller, Split.TUNING).missing().orElse(""))
          .contains("SECRET");
    }

    @Test
    void a_program_sees_inputs_and_nothing_else() throws InterruptedException {
      SourceTree spy =
          answering(
              "json.dumps([sorted(request), request['input'], sorted(os.environ),"
                  + " sorted(os.listdir('..')), os.listdir('.')])");

      TaskResult result =
          compare(answering("''"), spy, Split.HELD_OUT).candidate().results().get(0);

      assertThat(result.answer())
          .startsWith("[[\"id\", \"input\"], \"" + result.taskId().substring(1) + "\",")
          .doesNotContain("HOME")
          .endsWith("[\"program\"], [\"primes.py\"]]");
    }

    @Test
    void an_error_is_a_task_that_is_not_solved() throws InterruptedException {
      SourceTree modest = doing("say({'id': request['id'], 'error': 'too hard'})");

      Comparison comparison = compare(answering("''"), modest, Split.HELD_OUT);

      assertThat(comparison.candidate().results())
          .allSatisfy(result -> assertThat(result.status()).isEqualTo(Status.THREW))
          .noneMatch(TaskResult::isSolved);
    }

    @Test
    void failures_are_shown_with_what_was_said() throws InterruptedException {
      Insight insight = evaluator(python.command(), 10).build().observe(answering("'7 7'"), 1);

      assertThat(insight.failures())
          .hasSameSizeAs(insight.measurement().results())
          .allSatisfy(failure -> assertThat(failure.actual()).isEqualTo("7 7"));
      assertThatIllegalStateException()
          .isThrownBy(
              () -> evaluator(python.command(), 10).build().observe(doing("sys.exit(1)"), 1))
          .withMessageContaining("The program can't be observed. The program gives no answer");
    }

    @Test
    void more_tasks_are_other_tasks_and_the_anchor_answers_them() throws InterruptedException {
      Trial trial =
          Trial.of(answering("request['input']"), answering("''"), Split.HELD_OUT, 1)
              .withAnchor(python.thrifty())
              .withWanted(
                  soFar ->
                      soFar.baseline().results().size() < 100 ? Evidence.TASKS : Evidence.NONE);

      Comparison comparison = evaluator(python.command(), 1_000).build().compare(trial);

      assertThat(comparison.missing()).isEqualTo(Optional.empty());
      assertThat(comparison.baseline().results())
          .hasSizeGreaterThanOrEqualTo(100)
          .extracting(TaskResult::answer)
          .doesNotHaveDuplicates();
      assertThat(comparison.anchor().accuracy()).isEqualTo(1);
      assertThat(comparison.baseline().accuracy()).isZero();
    }

    private Comparison forked(SourceTree candidate) throws InterruptedException {
      return evaluator(python.command(), 3_000)
          .build()
          .compare(Trial.of(python.wasteful(), candidate, Split.HELD_OUT, 1).withWanted(forks(1)));
    }

    /** It answers, and then works on while the other version is timed. */
    @Test
    void who_disturbs_the_other_is_not_measured() throws InterruptedException {
      SourceTree hog =
          python.program(
              "import threading\ndef burn():\n    while True: pass\n"
                  + "threading.Thread(target=burn, daemon=True).start()\n"
                  + python.text());

      assertThat(forked(hog).missing().orElse("none")).contains("works while the other version");
    }

    /** The first question of a trial is to warm up; a fork has no such question. */
    @Test
    void who_loses_a_task_in_a_fork_only_is_not_measured() throws InterruptedException {
      SourceTree unsteady =
          python.program(
              python
                  .text()
                  .replace("for line", "asked = 0\nfor line")
                  .replace("limit = int", "asked += 1\n    limit = int")
                  .replace("(count, total)", "(count, total if asked > 1 else 0)"));

      assertThat(forked(unsteady).missing().orElse("none"))
          .contains("In a fork the candidate does not solve a task");
    }

    private Comparison forkedByChance(String isWrong) throws InterruptedException {
      String answer = "\"answer\": \"%d %d\" % (count, total)";
      SourceTree program =
          python.program(
              python
                  .text()
                  .replace("for line in", "asked = 0\nfor line in")
                  .replace("    request =", "    asked += 1\n    request =")
                  .replace(
                      answer, "\"answer\": \"\" if " + isWrong + " else" + answer.substring(9)));
      return evaluator(python.command(), 700)
          .withChance()
          .build()
          .compare(Trial.of(python.wasteful(), program, Split.HELD_OUT, 1).withWanted(forks(1)));
    }

    @Test
    void where_chance_decides_a_lost_task_is_no_reason_and_all_of_them_are()
        throws InterruptedException {
      assertThat(forkedByChance("asked == 5").missing()).isEqualTo(Optional.empty());
      assertThat(forkedByChance("asked == 5").duets()).hasSize(1);
      assertThat(forkedByChance("asked > 0").missing().orElse("none"))
          .contains("loses 10 tasks and wins 0, which is not chance");
    }

    @Test
    void tasks_too_small_to_be_timed_are_no_measurement() throws InterruptedException {
      SourceTree empty = answering("''");

      Comparison comparison =
          evaluator(python.command(), 10)
              .withRounds(9)
              .build()
              .compare(Trial.of(empty, empty, Split.VALIDATION, 3).withWanted(forks(1)));

      assertThat(comparison.missing().orElse("")).containsPattern("too little|more than 9 tasks");
    }
  }

  @Test
  void a_command_that_is_not_there_is_no_measurement() throws InterruptedException {
    SourceTree tree = SourceTree.of(Map.of("a.txt", "a"));

    Comparison comparison =
        evaluator(CommandLine.of("no-such-program-7"), 10)
            .build()
            .compare(Trial.of(tree, tree, Split.VALIDATION, 1));

    assertThat(comparison.missing().orElse(""))
        .startsWith("The baseline was not started: 'no-such-program-7' does not start");
  }
}
