package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Applied;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Decision;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.Stage;
import dev.ratchet.spi.Trial;
import dev.ratchet.testkit.ScriptedProposer;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How attempts end before an edit is kept. */
class AttemptEndingsTest extends LoopFixture {
  @Nested
  class Screening {
    @Test
    void refuses_on_tuning_tasks_before_anything_dearer() {
      script.thenWrites("agent.txt", "12");
      AtomicInteger validated = new AtomicInteger();

      RunResult result =
          loop(1)
              .withScreening(FEWER_STEPS)
              .withValidator(
                  candidate -> {
                    validated.incrementAndGet();
                    return Verdict.accepted();
                  })
              .build()
              .run();

      assertThat(only(result).stage()).isEqualTo(Stage.SCREEN);
      assertThat(evaluator.trials()).extracting(Trial::split).containsExactly(Split.TUNING);
      assertThat(validated).as("the baseline alone was validated").hasValue(1);
    }

    @Test
    void proves_nothing_by_itself() {
      script.thenWrites("agent.txt", "5");

      RunResult result =
          loop(1)
              .withScreening(comparison -> Verdict.accepted())
              .withAcceptance(c -> Verdict.rejected(Finding.hard("test.no", "no gain")))
              .build()
              .run();

      assertThat(only(result).stage()).isEqualTo(Stage.MEASURE);
    }
  }

  @Nested
  class Refusing {
    @Test
    void nothing_runs_after_a_guardrail_says_no() {
      script.thenWrites("agent.txt", "5");
      AtomicInteger validated = new AtomicInteger();

      RunResult result =
          loop(1)
              .withGuardrail(refusing("test.no"))
              .withValidator(
                  candidate -> {
                    validated.incrementAndGet();
                    return Verdict.accepted();
                  })
              .build()
              .run();

      assertThat(only(result).stage()).isEqualTo(Stage.GUARD);
      assertThat(validated).as("the baseline alone was validated").hasValue(1);
      assertThat(evaluator.trials()).isEmpty();
      assertThat(result.tree()).isEqualTo(START);
    }

    @Test
    void the_findings_of_all_guardrails_are_gathered() {
      script.thenWrites("agent.txt", "5");

      RunResult result =
          loop(1)
              .withGuardrail(refusing("test.one"))
              .withGuardrail(refusing("test.two"))
              .build()
              .run();

      assertThat(only(result).findings())
          .extracting(Finding::rule)
          .contains("test.one", "test.two");
    }

    @Test
    void an_escalated_candidate_does_not_run() {
      script.thenWrites("agent.txt", "5");
      Guardrail asksForAPerson =
          candidate ->
              candidate.changes().isEmpty()
                  ? Verdict.accepted()
                  : Verdict.of(List.of(Finding.of("test.ask", Tier.ESCALATE, "ask")));

      Attempt attempt = only(loop(1).withGuardrail(asksForAPerson).build().run());

      assertThat(attempt.stage()).isEqualTo(Stage.GUARD);
      assertThat(attempt.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void reasons_reach_the_next_briefing() {
      script.thenWrites("agent.txt", "12").thenWrites("agent.txt", "5");

      loop(2).build().run();

      assertThat(script.briefings().get(1).earlierAttempts())
          .singleElement()
          .satisfies(
              a -> assertThat(a.findings()).extracting(Finding::rule).contains("test.steps"));
    }

    @Test
    void a_briefing_tells_of_held_out_tasks_only_that_they_did_not_confirm() {
      script.thenWrites("agent.txt", "5").thenNothing("done");
      AcceptanceRule rule =
          comparison ->
              comparison.split() == Split.HELD_OUT
                  ? Verdict.rejected(Finding.hard("test.secret", "task 17 was lost"))
                  : Verdict.accepted();

      RunResult result = loop(2).withAcceptance(rule).build().run();

      assertThat(result.attempts().get(0).findings()).last().asString().contains("task 17");
      Attempt told = script.briefings().get(1).earlierAttempts().get(0);
      assertThat(told.comparisons()).isEmpty();
      assertThat(told.findings()).extracting(Finding::rule).endsWith("confirm.held-out");
      assertThat(told.findings()).extracting(Finding::message).noneMatch(m -> m.contains("17"));
    }

    @Test
    void a_briefing_tells_nothing_of_the_held_out_gain_of_a_kept_edit() {
      script.thenWrites("agent.txt", "5").thenNothing("done");
      AcceptanceRule rule =
          comparison ->
              Verdict.accepted(Finding.note("test.gain", comparison.split() + " gains 50 %"));

      RunResult result = loop(2).withAcceptance(rule).build().run();

      assertThat(result.kept().get(0).findings())
          .extracting(Finding::message)
          .contains("VALIDATION gains 50 %", "HELD_OUT gains 50 %");
      assertThat(script.briefings().get(1).earlierAttempts().get(0).findings())
          .extracting(Finding::message)
          .contains("VALIDATION gains 50 %")
          .doesNotContain("HELD_OUT gains 50 %");
    }

    @Test
    void the_same_result_is_refused_without_paying_again() {
      script.thenWrites("agent.txt", "12").thenWrites("agent.txt", "12");

      RunResult result = loop(2).build().run();

      assertThat(result.attempts().get(1).outcome()).isEqualTo(Outcome.REPEATED);
      assertThat(evaluator.trials()).hasSize(1);
    }

    @Test
    void going_back_to_an_earlier_version_is_a_repetition() {
      script.thenWrites("agent.txt", "5").thenWrites("agent.txt", "10");

      RunResult result = loop(2).build().run();

      assertThat(result.attempts().get(1).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void an_edit_that_changes_nothing_is_refused() {
      script.thenWrites("agent.txt", "10");

      Attempt attempt = only(loop(1).build().run());

      assertThat(attempt.outcome()).isEqualTo(Outcome.REPEATED);
      assertThat(attempt.findings()).extracting(Finding::rule).contains("edit.changes");
    }

    @Test
    void prose_is_no_edit() {
      script.thenSays(PatchFormat.UNIFIED_DIFF, "I am sorry, but I can't help with that.");

      Attempt attempt = only(loop(1).build().run());

      assertThat(attempt.stage()).isEqualTo(Stage.RESOLVE);
      assertThat(attempt.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(attempt.findings()).isNotEmpty();
    }

    @Test
    void a_missing_value_is_never_a_score() {
      script.thenWrites("agent.txt", "5");
      Evaluator lost = trial -> Comparison.missing(trial.split(), "the child died");

      Attempt attempt =
          only(loop(script, lost, 1).withAcceptance(c -> Verdict.accepted()).build().run());

      assertThat(attempt.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(attempt.findings()).extracting(Finding::message).contains("the child died");
    }
  }

  /** Comparisons that were broken off. */
  @Nested
  class Partial {
    private Attempt attempt(boolean refuses, Verdict verdict) {
      script.thenWrites("agent.txt", "5");
      Evaluator part = trial -> evaluator.compare(trial).withUnseen(48);
      AcceptanceRule rule =
          new AcceptanceRule() {
            @Override
            public Verdict decide(Comparison comparison) {
              return verdict;
            }

            @Override
            public boolean refuses(Comparison soFar) {
              return refuses;
            }
          };
      return only(loop(script, part, 1).withAcceptance(rule).build().run());
    }

    @Test
    void are_refused_by_the_rule_that_had_seen_enough() {
      Attempt attempt = attempt(true, Verdict.rejected(Finding.hard("test.lost", "lost")));

      assertThat(attempt.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(attempt.findings()).extracting(Finding::rule).endsWith("test.lost");
      assertThat(attempt.comparisons().get(0).missing())
          .contains("It was broken off after 2 of 50 tasks");
    }

    @Test
    void are_missing_where_the_rule_had_not_seen_enough() {
      Attempt attempt = attempt(false, Verdict.rejected(Finding.hard("test.lost", "lost")));

      assertThat(attempt.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(attempt.findings()).extracting(Finding::rule).endsWith("measure.complete");
    }

    @Test
    void are_never_accepted() {
      assertThat(attempt(true, Verdict.accepted()).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }
  }

  @Nested
  class Failing {
    @ParameterizedTest
    @EnumSource(
        value = Stage.class,
        names = {"PROPOSE", "GUARD", "VALIDATE", "MEASURE", "REVIEW", "APPLY"})
    void a_stage_that_throws_is_a_refusal_with_its_reason(Stage stage) {
      Attempt attempt =
          only(
              failing(
                  stage,
                  () -> {
                    throw new IllegalStateException("broken");
                  }));

      assertThat(attempt.stage()).isEqualTo(stage);
      assertThat(attempt.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(attempt.findings()).last().asString().contains("broken");
    }

    @ParameterizedTest
    @EnumSource(
        value = Stage.class,
        names = {"PROPOSE", "GUARD", "VALIDATE", "MEASURE", "REVIEW"})
    void a_stage_that_hangs_is_interrupted_at_its_deadline(Stage stage) {
      AtomicBoolean interrupted = new AtomicBoolean();

      Attempt attempt =
          only(
              failing(
                  stage,
                  () -> {
                    try {
                      new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                      interrupted.set(true);
                      throw new IllegalStateException(e);
                    }
                  }));

      assertThat(attempt.outcome()).isEqualTo(Outcome.TIMED_OUT);
      assertThat(attempt.stage()).isEqualTo(stage);
      assertThat(interrupted).isTrue();
    }

    @Test
    void a_stage_that_returns_null_has_failed() {
      @SuppressWarnings("NullAway")
      Proposer silent = briefing -> null;

      Attempt attempt = only(loop(silent, evaluator, 1).build().run());

      assertThat(attempt.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(attempt.findings()).last().asString().contains("returned nothing");
    }

    @Test
    void an_error_in_a_proposer_does_not_end_the_run() {
      script.thenThrows(new IOException("no connection")).thenWrites("agent.txt", "5");

      RunResult result = loop(2).build().run();

      assertThat(result.kept()).hasSize(1);
    }

    private RunResult failing(Stage stage, Runnable trouble) {
      script.then(
          briefing -> {
            at(Stage.PROPOSE, stage, trouble);
            return ScriptedProposer.named("x").thenWrites("agent.txt", "5").propose(briefing);
          });
      AtomicBoolean baseline = new AtomicBoolean(true);
      return loop(
              script,
              trial -> {
                at(Stage.MEASURE, stage, trouble);
                return evaluator.compare(trial);
              },
              1)
          .withGuardrail(
              candidate -> {
                if (!candidate.changes().isEmpty()) {
                  at(Stage.GUARD, stage, trouble);
                }
                return Verdict.accepted();
              })
          .withValidator(
              candidate -> {
                if (!baseline.getAndSet(false)) {
                  at(Stage.VALIDATE, stage, trouble);
                }
                return Verdict.accepted();
              })
          .withReviewer(
              request -> {
                at(Stage.REVIEW, stage, trouble);
                return Decision.approved("ada", "fine");
              })
          .withApplier(
              candidate -> {
                at(Stage.APPLY, stage, trouble);
                return Applied.inMemory(candidate.tree());
              })
          .withDeadline(stage, Duration.ofMillis(200))
          .build()
          .run();
    }

    private static void at(Stage here, Stage there, Runnable trouble) {
      if (here == there) {
        trouble.run();
      }
    }
  }

  @Nested
  class Applying {
    private final List<String> calls = new ArrayList<>();

    private Applied handle(SourceTree actual) {
      return new Applied() {
        @Override
        public SourceTree tree() {
          return actual;
        }

        @Override
        public void rollBack() {
          calls.add("rolled back");
        }
      };
    }

    @Test
    void what_was_not_written_exactly_is_rolled_back() {
      script.thenWrites("agent.txt", "5");

      RunResult result =
          loop(1)
              .withApplier(c -> handle(SourceTree.of(Map.of("agent.txt", "5 and more"))))
              .build()
              .run();

      assertThat(only(result).stage()).isEqualTo(Stage.RECHECK);
      assertThat(calls).containsExactly("rolled back");
      assertThat(result.tree()).isEqualTo(START);
    }

    @Test
    void tests_that_fail_on_what_was_applied_roll_it_back() {
      script.thenWrites("agent.txt", "5");
      AtomicInteger calls = new AtomicInteger();

      RunResult result =
          loop(1)
              .withApplier(candidate -> handle(candidate.tree()))
              .withValidator(
                  candidate ->
                      calls.incrementAndGet() < 3
                          ? Verdict.accepted()
                          : Verdict.rejected(Finding.hard("test.flaky", "now it fails")))
              .build()
              .run();

      assertThat(only(result).stage()).isEqualTo(Stage.RECHECK);
      assertThat(this.calls).containsExactly("rolled back");
    }

    @Test
    void a_failed_rollback_stops_the_run_and_says_so() {
      script.thenWrites("agent.txt", "5").thenWrites("agent.txt", "4");
      Applied stuck =
          new Applied() {
            @Override
            public SourceTree tree() throws IOException {
              throw new IOException("can't read");
            }

            @Override
            public void rollBack() throws IOException {
              throw new IOException("disk gone");
            }
          };

      RunResult result = loop(2).withApplier(candidate -> stuck).build().run();

      assertThat(result.stopReason()).isEqualTo(StopReason.TARGET_UNCLEAR);
      assertThat(only(result).findings()).extracting(Finding::rule).contains("apply.rollback");
    }
  }
}
