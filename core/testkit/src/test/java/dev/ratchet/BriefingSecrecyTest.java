package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Stage;
import dev.ratchet.testkit.ScriptedProposer;
import dev.ratchet.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Programs that have seen tasks try to tell them to the proposer, in all that a briefing says. */
class BriefingSecrecyTest {
  private static final String FILE = "src/Agent.java";
  private static final String HONEST = "";

  /** Each ends a process or an answer with words, numbers or kinds of failure of its own. */
  private static final List<String> ATTACKS =
      List.of(
          "new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err))"
              + ".println(input); Runtime.getRuntime().halt(57);",
          "new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out))"
              + ".println(input); Runtime.getRuntime().halt(0);",
          "throw new IllegalStateException(input);",
          "if (true) { return \"broken \" + input; }",
          "if (true) { return \"wrong \" + input; }",
          "for (long i = 0; i < 57_000_000_000L; i++) { }",
          "System.setProperty(input, input);",
          "Thread.currentThread().setName(input);");

  private static SourceTree program(String attack) {
    return SourceTree.of(Map.of(FILE, source(attack)));
  }

  private static String source(String attack) {
    return "public final class Agent { public static String solve(String input) throws Exception { "
        + attack
        + " return input; } }";
  }

  /** The name of the split stands in every input, id and family. */
  private static final class Marked implements BenchmarkSuite {
    @Override
    public String name() {
      return "marked";
    }

    @Override
    public List<Task> tasks(Split split, long seed) {
      return IntStream.range(0, 4).mapToObj(i -> task(split + "-mark-" + seed + "-" + i)).toList();
    }

    private static Task task(String input) {
      return new Task(
          "id-" + input,
          "f",
          input,
          input,
          answer -> {
            if (answer.startsWith("broken")) {
              throw new IllegalArgumentException(answer);
            }
            return Task.exact("any", "f", input, input).checker().check(answer);
          });
    }
  }

  @Test
  void nothing_of_other_splits_than_tuning_reaches_a_briefing() {
    ScriptedProposer script = ScriptedProposer.named("spy");
    for (Split split : List.of(Split.VALIDATION, Split.HELD_OUT)) {
      for (String attack : ATTACKS) {
        script.thenWrites(
            FILE, source("if (input.startsWith(\"" + split + "\")) { " + attack + " }"));
      }
    }
    script.thenWrites(FILE, source("if (input.isEmpty()) { return input; }"));
    script.thenNothing("that is all");

    RunResult result = run(script);

    assertThat(result.kept()).hasSize(1);
    assertThat(result.attempts()).extracting(Attempt::outcome).doesNotContain(Outcome.REPEATED);
    assertThat(result.attempts().subList(0, ATTACKS.size()))
        .allSatisfy(attempt -> assertThat(attempt.stage()).isEqualTo(Stage.MEASURE));
    assertThat(result.attempts().subList(ATTACKS.size(), 2 * ATTACKS.size()))
        .allSatisfy(attempt -> assertThat(attempt.stage()).isEqualTo(Stage.CONFIRM));
    String told =
        script.briefings().stream().map(BriefingSecrecyTest::told).collect(Collectors.joining());
    assertThat(told).contains("TUNING-mark-");
    assertThat(told).doesNotContain("VALIDATION-mark", "HELD_OUT-mark", "code 57");
  }

  private static RunResult run(ScriptedProposer script) {
    TreeCompiler compiler =
        TreeCompiler.of(JavaTarget.builder("src").withEntryPoint("Agent#solve").build());
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(compiler, new Marked()).withTimedPasses(0).build()) {
      return ImprovementLoop.builder(program(HONEST), script, evaluator)
          .withGuardrail(Guardrail.none("a test"))
          .withAcceptance(BriefingSecrecyTest::isNothingLost)
          .withBudget(Budget.rounds(2 * ATTACKS.size() + 2))
          .withSeed(1)
          .build()
          .run();
    }
  }

  private static Verdict isNothingLost(Comparison comparison) {
    return comparison.candidate().solved() == comparison.baseline().solved()
        ? Verdict.accepted()
        : Verdict.rejected(dev.ratchet.verdict.Finding.hard("lost", "tasks are lost"));
  }

  /** All that a briefing holds of what was measured. */
  private static String told(Briefing briefing) {
    return briefing.insight().toString()
        + briefing.rules()
        + briefing.earlierAttempts().stream().map(BriefingSecrecyTest::told).toList();
  }

  private static String told(Attempt attempt) {
    return attempt.findings().toString()
        + attempt.decision()
        + attempt.comparisons().stream()
            .map(c -> c.missing().orElseGet(() -> c.candidate() + " " + c.baseline() + c.duets()))
            .toList();
  }
}
