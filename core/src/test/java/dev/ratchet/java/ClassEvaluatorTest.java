package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClassEvaluatorTest {
  private static final Task ECHO = Task.exact("echo", "echo", "hello", "hello");
  private static final TreeCompiler COMPILER = TreeCompiler.of(Programs.TARGET);
  private static final SourceTree GOOD = Programs.answering("return input;");

  private static ClassEvaluator.Builder builder(BenchmarkSuite suite) {
    return ClassEvaluator.builder(COMPILER, suite).withIdleWorkers(0);
  }

  private static Comparison compare(BenchmarkSuite suite, SourceTree one, SourceTree other)
      throws InterruptedException {
    try (ClassEvaluator evaluator = builder(suite).withoutExactnessCheck().build()) {
      return evaluator.compare(Trial.of(one, other, Split.VALIDATION, 1));
    }
  }

  private static TaskResult only(Comparison comparison) {
    assertThat(comparison.missing()).isEqualTo(Optional.empty());
    return comparison.candidate().results().get(0);
  }

  private static String missing(SourceTree candidate) throws InterruptedException {
    return compare(Programs.suite(ECHO), GOOD, candidate).missing().orElse("");
  }

  @Nested
  class Counting {
    @Test
    void counts_every_instruction_that_is_executed() throws InterruptedException {
      // aload, areturn
      SourceTree other = Programs.answering("\n return input;");
      assertThat(only(compare(Programs.suite(ECHO), GOOD, other)).values())
          .containsEntry(Metric.STEPS, 2.0)
          .containsEntry(Metric.OUTSIDE_CALLS, 0.0)
          .containsKeys(Metric.CPU_TIME, Metric.WALL_TIME);
    }

    @Test
    void counts_calls_of_others_apart() throws InterruptedException {
      SourceTree tree =
          Programs.with(
              "public static String solve(String input) {return own(input).trim();}"
                  + "static String own(String s) { return s; }");

      // aload, invokestatic, aload, areturn, invokevirtual, areturn
      assertThat(only(compare(Programs.suite(ECHO), GOOD, tree)).values())
          .containsEntry(Metric.STEPS, 6.0)
          .containsEntry(Metric.OUTSIDE_CALLS, 1.0);
    }

    @Test
    void grows_with_the_work_exactly() throws InterruptedException {
      Comparison comparison = compare(Programs.sums(), Programs.adder("1"), Programs.adder("0"));

      // The loop is iload, iload, if_icmpgt, iload, iload, iadd, istore, iinc, goto.
      List<Double> before = steps(comparison.baseline().results());
      assertThat(before.get(1) - before.get(0)).isEqualTo(90 * 9);
      assertThat(before.get(2) - before.get(1)).isEqualTo(900 * 9);
      List<Double> after = steps(comparison.candidate().results());
      for (int i = 0; i < before.size(); i++) {
        assertThat(after.get(i) - before.get(i)).isEqualTo(9);
      }
    }

    @Test
    void includes_static_initialisers_for_each_task() throws InterruptedException {
      SourceTree tree =
          Programs.with(
              "static int table; static { for (int i = 0; i < 1000; i++) { table += i; } }"
                  + "public static String solve(String input) { return input; }");
      BenchmarkSuite suite = Programs.suite(ECHO, Task.exact("b", "echo", "b", "b"));

      List<Double> steps = steps(compare(suite, GOOD, tree).candidate().results());

      assertThat(steps.get(0)).isGreaterThan(5000).isEqualTo(steps.get(1));
    }

    @Test
    void survives_every_shape_of_code() throws InterruptedException {
      SourceTree tree =
          Programs.with(
              """
              record Pair(int a, String b) {}
              enum Kind { ONE, TWO { int f() { return 2; } }; int f() { return 1; } }
              interface Shape { default int area() { return 3; } }
              static class Base { final int x; Base(int x) { this.x = x; } }
              static class Sub extends Base implements Shape {
                Sub(boolean big) { super(big ? pick(100) : pick(1)); }
                static int pick(int v) { return v; }
              }
              static synchronized int locked(Object o) { synchronized (o) { return o.hashCode() & 0; } }
              static int loopFirst(int n) { do { n--; if (n % 7 == 0) continue; } while (n > 0); return n; }
              static int loopsAtOnce(int n) { while (true) { if (n-- < 0) { return 5; } } }
              static String choose(Object o, int i) {
                for (int k = 0; k < 2; k++) { Object x = new Pair(i > 0 ? i : -i, k == 0 ? "z" : null); o = x; }
                return switch (o.toString().length() % 3) { case 0 -> "a"; case 1 -> "b"; default -> "c"; };
              }
              static long many(long a, double d, byte b, short s, char c, float f, boolean z, int... rest) {
                long sum = a + (long) d + b + s + c + (long) f + (z ? 1 : 0);
                for (int r : rest) { sum += r; }
                return sum;
              }
              static int guarded(int i) {
                try { if (i > 1) { throw new IllegalStateException("x"); } return 1; }
                catch (IllegalStateException e) { return 2; }
                finally { i++; }
              }
              public static String solve(String input) {
                StringBuilder out = new StringBuilder();
                java.util.function.IntUnaryOperator twice = v -> v * 2;
                out.append(locked(input)).append(loopFirst(20)).append(loopsAtOnce(3)).append(choose(input, 4));
                out.append(many(1L, 2.0, (byte) 3, (short) 4, 'c', 5f, true, 6, 7));
                out.append(guarded(1)).append(guarded(2)).append(twice.applyAsInt(4));
                out.append(new Sub(true).x).append(new Sub(false).area()).append(Kind.TWO.f()).append(Kind.ONE.f());
                switch (input) { case "hello": out.append("!"); break; default: out.append("?"); }
                String s = null; out.append(s);
                return out.toString();
              }
              """);
      Task task = Task.exact("all", "all", "hello", "005c128128100321!null");

      Comparison comparison = compare(Programs.suite(task), tree, tree);

      assertThat(only(comparison).answer()).isEqualTo("005c128128100321!null");
      try (ClassEvaluator evaluator = builder(Programs.suite(task)).build()) {
        Insight insight = evaluator.observe(tree, 1);
        assertThat(insight.measurement().total(Metric.STEPS))
            .isEqualTo(comparison.candidate().total(Metric.STEPS));
      }
    }

    private List<Double> steps(List<TaskResult> results) {
      return results.stream().map(result -> result.values().get(Metric.STEPS)).toList();
    }
  }

  @Nested
  class Judging {
    @Test
    void an_answer_is_checked_on_the_host() throws InterruptedException {
      Comparison comparison =
          compare(Programs.suite(ECHO), GOOD, Programs.answering("return \"other\";"));

      assertThat(comparison.baseline().accuracy()).isEqualTo(1);
      assertThat(comparison.candidate().accuracy()).isZero();
      assertThat(only(comparison).score().reason()).isEqualTo("expected hello");
    }

    @Test
    void an_exception_is_an_unsolved_task() throws InterruptedException {
      TaskResult result =
          only(
              compare(
                  Programs.suite(ECHO),
                  GOOD,
                  Programs.answering("throw new IllegalStateException(\"no idea\");")));

      assertThat(result.status()).isEqualTo(TaskResult.Status.THREW);
      assertThat(result.answer()).isEqualTo("java.lang.IllegalStateException: no idea");
      assertThat(result.isSolved()).isFalse();
    }

    @Test
    void no_answer_is_an_unsolved_task() throws InterruptedException {
      TaskResult result =
          only(compare(Programs.suite(ECHO), GOOD, Programs.answering("return null;")));

      assertThat(result.status()).isEqualTo(TaskResult.Status.THREW);
    }

    @Test
    void a_checker_that_throws_makes_the_value_missing() throws InterruptedException {
      Task task =
          new Task(
              "bad",
              "bad",
              "x",
              "",
              answer -> {
                throw new IllegalStateException("broken");
              });

      assertThat(compare(Programs.suite(task), GOOD, GOOD).missing())
          .hasValue("The checker of a task failed. Remedy: make it take any text");
    }

    @Test
    void a_suite_without_tasks_is_an_error_of_the_host() {
      assertThatThrownBy(() -> compare(Programs.suite(), GOOD, GOOD))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The suite 'demo' has no tasks in its split VALIDATION for seed 1, so nothing can be"
                  + " decided. Add tasks to it, or choose another suite");
    }

    @Test
    void a_target_without_entry_point_is_an_error_of_the_host() {
      TreeCompiler compiler = TreeCompiler.of(JavaTarget.builder("src").build());

      assertThatThrownBy(() -> ClassEvaluator.builder(compiler, Programs.sums()).build())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("withEntryPoint(\"package.Type#method\")");
    }
  }

  @Nested
  class A_hostile_candidate {
    @Test
    void that_ends_the_process_has_no_value() throws InterruptedException {
      assertThat(missing(Programs.answering("System.exit(0); return input;")))
          .isEqualTo(
              "No measurement of the candidate: The results broke off, because the process ended"
                  + " early or wrote into its report");
    }

    @Test
    void that_halts_with_an_error_has_no_value() throws InterruptedException {
      assertThat(missing(Programs.answering("Runtime.getRuntime().halt(9); return input;")))
          .isEqualTo("No measurement of the candidate: The process ended early");
    }

    @Test
    void that_writes_into_the_report_has_no_value() throws InterruptedException {
      String forged =
          "try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[100]); }"
              + " catch (java.io.IOException e) { throw new RuntimeException(e); } return input;";

      assertThat(missing(Programs.answering(forged))).contains("wrote into its report");
    }

    @Test
    void that_prints_is_measured_all_the_same() throws InterruptedException {
      SourceTree tree =
          Programs.answering(
              "System.out.println(\"forged\"); System.err.print(1);"
                  + "try { return input + (System.in.read() < 0 ? \"\" : \"!\"); }"
                  + "catch (java.io.IOException e) { return null; }");

      assertThat(only(compare(Programs.suite(ECHO), GOOD, tree)).isSolved()).isTrue();
    }

    @Test
    void that_loops_for_ever_runs_out_of_steps() throws InterruptedException {
      assertThat(missing(Programs.answering("while (true) { }")))
          .isEqualTo("The candidate used up its steps on a task of the family echo");
    }

    @Test
    void that_catches_everything_runs_out_of_steps() throws InterruptedException {
      String stubborn =
          "while (true) { try { while (true) { synchronized (input) { input.length(); } } }"
              + " catch (Throwable t) { } finally { input.length(); } }";

      assertThat(missing(Programs.answering(stubborn))).contains("used up its steps");
    }

    @Test
    void that_loops_inside_of_a_lock_runs_out_of_steps() throws InterruptedException {
      String locked = "synchronized (input) { while (true) { input.length(); } }";

      assertThat(missing(Programs.answering(locked))).contains("used up its steps");
    }

    @Test
    void that_waits_for_ever_is_ended() throws InterruptedException {
      try (ClassEvaluator evaluator =
          builder(Programs.suite(ECHO)).withDeadline(Duration.ofMillis(1500)).build()) {
        SourceTree sleeper =
            Programs.answering(
                "try { Thread.sleep(100000); } catch (InterruptedException e) { } return input;");

        assertThat(evaluator.compare(Trial.of(GOOD, sleeper, Split.VALIDATION, 1)).missing())
            .hasValueSatisfying(
                reason -> assertThat(reason).contains("passed its deadline of 1500 ms"));
      }
    }

    @Test
    void that_keeps_state_between_tasks_is_found_out() throws InterruptedException {
      SourceTree keeper =
          Programs.with(
              "static int calls; public static String solve(String input)"
                  + "{ return calls++ == 0 ? input : \"again\"; }");
      BenchmarkSuite suite = Programs.suite(ECHO, Task.exact("b", "echo", "b", "b"));

      assertThat(compare(suite, GOOD, keeper).missing())
          .hasValueSatisfying(
              reason ->
                  assertThat(reason)
                      .startsWith(
                          "The candidate answers a task of the family echo differently when it is"
                              + " timed than when it is counted"));
    }

    @Test
    void can_not_name_the_meter() throws InterruptedException {
      assertThat(
              missing(
                  Programs.answering(
                      "try { Class.forName(\"dev.ratchet.benchmarks.worker.Meter\"); }"
                          + " catch (Exception e) { } return input;")))
          .startsWith("The class demo.Agent names dev.ratchet.benchmarks.worker");
      assertThat(
              missing(
                  Programs.answering(
                      "dev.ratchet.benchmarks.worker.Meter.step(-100); return input;")))
          .startsWith("The candidate does not compile");
    }

    @Test
    void does_not_see_the_other_classes_of_the_worker() throws InterruptedException {
      SourceTree curious =
          Programs.answering(
              "try { Class.forName(\"dev.ratchet.\" + input.length() + \"benchmarks.worker.Worker\""
                  + ".replace(\"5\", \"\")); return \"seen\"; }"
                  + " catch (ClassNotFoundException e) { return input; }");

      assertThat(only(compare(Programs.suite(ECHO), GOOD, curious)).answer()).isEqualTo("hello");
    }

    @Test
    void without_entry_point_has_no_value() throws InterruptedException {
      assertThat(missing(Programs.with("static int other;")))
          .contains("The entry point can't be called");
    }

    @Test
    void whose_method_gets_too_large_has_no_value() throws InterruptedException {
      String body =
          "int x = input.length();"
              + IntStream.range(0, 4000)
                  .mapToObj(i -> "if (x == " + (i + 100) + ") x += " + (i + 200) + ";")
                  .collect(Collectors.joining())
              + "return input;";

      assertThat(missing(Programs.answering(body)))
          .contains("larger than a class file allows (64 KiB). Remedy: split the method");
    }
  }

  @Test
  void a_program_that_is_not_exact_has_no_value() throws InterruptedException {
    SourceTree random =
        Programs.answering(
            "int n = new Random().nextInt(1000000); for (int i = 0; i < n; i++) { n--; }"
                + " return input;");

    try (ClassEvaluator evaluator = builder(Programs.suite(ECHO)).withIdleWorkers(2).build()) {
      assertThat(evaluator.compare(Trial.of(random, GOOD, Split.VALIDATION, 1)).missing())
          .hasValueSatisfying(
              reason ->
                  assertThat(reason).startsWith("Steps are not exact, because a task took others"));
      assertThat(evaluator.compare(Trial.of(GOOD, GOOD, Split.VALIDATION, 1)).missing()).isEmpty();
    }
  }

  @Test
  void an_interrupted_comparison_ends_its_process() throws InterruptedException {
    try (ClassEvaluator evaluator = builder(Programs.suite(ECHO)).build()) {
      SourceTree sleeper =
          Programs.answering(
              "try { Thread.sleep(100000); } catch (InterruptedException e) { } return input;");
      Thread waiting = Thread.currentThread();
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(waiting::interrupt);

      assertThatThrownBy(() -> evaluator.compare(Trial.of(sleeper, GOOD, Split.VALIDATION, 1)))
          .isInstanceOf(InterruptedException.class);
    }
  }

  /** Two tasks, each answered by a class of its own; classes are found by name at run time. */
  @Nested
  class Counting_only_what_changed {
    private static final Task ONE = Task.exact("one", "one", "One", "1");
    private static final Task TWO = Task.exact("two", "two", "Two", "2");

    private static SourceTree program(String one, String two) {
      return Programs.with(
              "public static String solve(String input) throws Exception {"
                  + " return (String) Class.forName(\"demo.\" + input)"
                  + ".getDeclaredMethod(\"answer\").invoke(null); }")
          .with(SourcePath.of("src/main/java/demo/One.java"), solver("One", one))
          .with(SourcePath.of("src/main/java/demo/Two.java"), solver("Two", two));
    }

    private static SourceFile solver(String name, String body) {
      return SourceFile.of(
          "package demo; final class " + name + " { static String answer() { " + body + " } }");
    }

    @Test
    void a_task_that_asks_for_a_changed_class_is_counted_anew() throws InterruptedException {
      Comparison comparison =
          compare(
              Programs.suite(ONE, TWO),
              program("return \"1\";", "int x = 2; return \"2\";"),
              program("return \"1\";", "return \"2\";"));

      assertThat(steps(comparison.baseline(), 1)).isGreaterThan(steps(comparison.candidate(), 1));
      assertThat(steps(comparison.baseline(), 0)).isEqualTo(steps(comparison.candidate(), 0));
    }

    @Test
    void a_task_that_asked_in_vain_for_a_class_is_counted_anew_when_it_is_there()
        throws InterruptedException {
      SourceTree both = program("return \"1\";", "return \"2\";");
      SourceTree lacksTwo = both.without(SourcePath.of("src/main/java/demo/Two.java"));

      Comparison comparison = compare(Programs.suite(ONE, TWO), lacksTwo, both);

      assertThat(comparison.baseline().solved()).isEqualTo(1);
      assertThat(comparison.candidate().solved()).isEqualTo(2);
    }

    @Test
    void a_profile_is_renewed_where_the_program_changed() throws InterruptedException {
      SourceTree before = program("return \"1\";", "return \"0\";");
      SourceTree after = program("return \"1\";", "int x = 2; return \"2\";");
      try (ClassEvaluator evaluator = builder(Programs.suite(ONE, TWO)).build();
          ClassEvaluator fresh = builder(Programs.suite(ONE, TWO)).build()) {
        evaluator.observe(before, 1);

        Insight renewed = evaluator.observe(after, 1);

        assertThat(renewed.hotSpots()).isEqualTo(fresh.observe(after, 1).hotSpots());
        assertThat(renewed.failures()).isEmpty();
      }
    }

    private static double steps(Measurement measurement, int task) {
      return measurement.results().get(task).values().get(Metric.STEPS);
    }
  }

  @Nested
  class Observing {
    private Insight observe(SourceTree tree, Task... tasks) throws InterruptedException {
      try (ClassEvaluator evaluator = builder(Programs.suite(tasks)).build()) {
        return evaluator.observe(tree, 1);
      }
    }

    private static Insight.HotSpot spot(Insight insight, String place) {
      return insight.hotSpots().stream()
          .filter(spot -> spot.place().equals(place))
          .findFirst()
          .orElseThrow(() -> new AssertionError(insight.hotSpots().toString()));
    }

    @Test
    void shows_where_the_work_is_done() throws InterruptedException {
      SourceTree tree =
          Programs.with(
              """
              public static String solve(String input) {
                int sum = 0;
                for (int i = 0; i < 10; i++) {
                  sum += square(i % 3) + loose(new int[] {i % 2});
                }
                return "" + sum;
              }
              static int square(int x) {
                return x * x;
              }
              static int loose(int[] x) {
                return x[0];
              }""");

      Insight insight = observe(tree, ECHO);

      Insight.HotSpot square = spot(insight, "demo.Agent#square(I)I");
      assertThat(square.calls()).isEqualTo(10);
      assertThat(square.repeatedCalls()).isEqualTo(7);
      assertThat(square.steps()).isEqualTo(40);
      assertThat(spot(insight, "demo.Agent#loose([I)I").repeatedCalls()).isEqualTo(8);
      assertThat(spot(insight, "demo.Agent#square(I)I:12").steps()).isEqualTo(40);
      assertThat(insight.hotSpots().get(0).place())
          .isEqualTo("demo.Agent#solve(Ljava/lang/String;)Ljava/lang/String;");
    }

    @Test
    void shows_what_is_made_and_what_nobody_reads() throws InterruptedException {
      SourceTree tree =
          Programs.with(
              """
              public static String solve(String input) {
                for (int i = 0; i < 10; i++) {
                  square(i);
                  int dead = square(i); int read = square(i);
                  int[][] table = new int[i][2]; List<Integer> kept = new ArrayList<>(read);
                  kept.add(i); if (i > 100) { dead = 0; }
                }
                String lost = input.trim(); lost = input.trim();
                try { lost = input.strip(); String last = input.trim(); throw new Error(last); }
                catch (Error e) { return lost; }
              }
              static int square(int x) { return x * x; }""");
      String solve = "demo.Agent#solve(Ljava/lang/String;)Ljava/lang/String;";

      Insight insight = observe(tree, ECHO);

      assertThat(spot(insight, solve + ":6").unusedResults()).isEqualTo(10);
      assertThat(spot(insight, solve + ":7").unusedResults()).isEqualTo(10);
      assertThat(spot(insight, solve + ":8").allocations()).isEqualTo(20);
      assertThat(spot(insight, solve + ":9").unusedResults()).isZero();
      assertThat(spot(insight, solve + ":11").unusedResults()).isEqualTo(1);
      assertThat(spot(insight, solve + ":12").unusedResults()).isZero();
      assertThat(spot(insight, solve).allocations()).isEqualTo(21);
      assertThat(spot(insight, "demo.Agent#square(I)I").unusedResults()).isZero();
    }

    @Test
    void shows_failures_and_what_only_they_run() throws InterruptedException {
      SourceTree tree =
          Programs.answering(
              """
              if (input.startsWith("x")) {
                input = "wrong";
              }
              return input;""");

      Insight insight =
          observe(tree, ECHO, Task.exact("b", "echo", "xb", "xb"), Task.exact("c", "e", "c", "c"));

      assertThat(insight.failures()).hasSize(1);
      Insight.Failure failure = insight.failures().get(0);
      assertThat(failure.task().id()).isEqualTo("b");
      assertThat(failure.actual()).isEqualTo("wrong");
      assertThat(failure.spots().get(0)).endsWith(":6");
      assertThat(spot(insight, failure.spots().get(0)).suspicion()).isEqualTo(1);
      assertThat(spot(insight, failure.spots().get(1)).suspicion()).isBetween(0.5, 0.6);
    }

    @Test
    void says_why_there_is_nothing_to_see() {
      assertThatThrownBy(() -> observe(Programs.answering("does not compile"), ECHO))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("The program can't be observed. The program does not compile");
    }
  }
}
