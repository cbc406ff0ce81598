package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.journal.Journal;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Applied;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Cost;
import dev.ratchet.spi.Decision;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.LoopListener;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.ReviewRequest;
import dev.ratchet.spi.Stage;
import dev.ratchet.spi.Trial;
import dev.ratchet.testkit.FakeEvaluator;
import dev.ratchet.testkit.RecordingListener;
import dev.ratchet.testkit.ScriptedProposer;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImprovementLoopTest extends LoopFixture {
  @Test
  void keeps_a_better_version_and_builds_on_it() {
    script.thenWrites("agent.txt", "5").thenWrites("agent.txt", "7").thenWrites("agent.txt", "4");

    RunResult result = loop(3).build().run();

    assertThat(result.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Outcome.KEPT, Outcome.REJECTED, Outcome.KEPT);
    assertThat(number(result.tree())).isEqualTo(4);
    assertThat(result.changes().toString()).contains("-10").contains("+4");
    assertThat(result.stopReason()).isEqualTo(StopReason.ROUNDS_SPENT);
    assertThat(result.summary()).contains("2 of 3 proposals kept").contains("all rounds were run");
  }

  @Test
  void measures_first_on_validation_then_on_fresh_held_out_tasks() {
    script.thenWrites("agent.txt", "5").thenWrites("agent.txt", "4");

    loop(2).build().run();

    assertThat(evaluator.trials())
        .extracting(Trial::split)
        .containsExactly(Split.VALIDATION, Split.HELD_OUT, Split.VALIDATION, Split.HELD_OUT);
    assertThat(evaluator.trials().get(0).seed()).isEqualTo(evaluator.trials().get(2).seed());
    assertThat(evaluator.trials().get(1).seed()).isNotEqualTo(evaluator.trials().get(3).seed());
  }

  @Test
  void refuses_what_held_out_tasks_do_not_confirm() {
    script.thenWrites("agent.txt", "5");
    AcceptanceRule rule =
        comparison ->
            comparison.split() == Split.HELD_OUT
                ? Verdict.rejected(Finding.hard("test.overfit", "not confirmed"))
                : Verdict.accepted();

    Attempt attempt = only(loop(1).withAcceptance(rule).build().run());

    assertThat(attempt.stage()).isEqualTo(Stage.CONFIRM);
    assertThat(attempt.comparisons()).hasSize(2);
  }

  @Nested
  class Reviewing {
    @Test
    void a_no_is_a_refusal_with_the_comment() {
      script.thenWrites("agent.txt", "5");

      Attempt attempt =
          only(loop(1).withReviewer(r -> Decision.rejected("ada", "too risky")).build().run());

      assertThat(attempt.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(attempt.findings()).last().asString().contains("ada: too risky");
    }

    @Test
    void the_reviewer_sees_all_evidence() {
      script.thenWrites("agent.txt", "5");
      List<ReviewRequest> seen = new ArrayList<>();

      loop(1)
          .withReviewer(
              request -> {
                seen.add(request);
                return Decision.approved("ada", "");
              })
          .build()
          .run();

      assertThat(seen).singleElement().satisfies(r -> assertThat(r.comparisons()).hasSize(2));
    }

    @Test
    void a_pending_review_stops_the_run_and_a_resume_goes_on() {
      script.thenWrites("agent.txt", "5").thenWrites("agent.txt", "4");
      List<Decision> answers =
          new ArrayList<>(
              List.of(
                  Decision.pending("ada", "at lunch"),
                  Decision.approved("ada", "good"),
                  Decision.approved("ada", "good")));
      ImprovementLoop loop = loop(2).withReviewer(request -> answers.remove(0)).build();

      RunResult stopped = loop.run();
      RunResult result = loop.resume(stopped);

      assertThat(stopped.stopReason()).isEqualTo(StopReason.REVIEW_PENDING);
      assertThat(stopped.tree()).isEqualTo(START);
      assertThat(number(result.tree())).isEqualTo(4);
      assertThat(result.attempts())
          .extracting(Attempt::outcome)
          .containsExactly(Outcome.PENDING, Outcome.KEPT, Outcome.KEPT);
      assertThat(evaluator.trials()).as("the pending one is not measured again").hasSize(4);
    }

    @Test
    void only_a_run_that_waits_can_be_resumed() {
      script.thenWrites("agent.txt", "5");
      ImprovementLoop loop = loop(1).build();
      RunResult result = loop.run();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> loop.resume(result))
          .withMessageContaining("waits for no review");
    }
  }

  @Nested
  class Spending {
    @Test
    void stops_when_proposals_are_spent() {
      script.thenWrites("agent.txt", "12").thenWrites("agent.txt", "13");

      RunResult result = loop(9).withBudget(Budget.rounds(9).withProposals(2)).build().run();

      assertThat(result.stopReason()).isEqualTo(StopReason.PROPOSALS_SPENT);
      assertThat(result.spent().proposals()).isEqualTo(2);
    }

    @Test
    void stops_when_evaluations_are_spent() {
      script.thenWrites("agent.txt", "5");

      RunResult result = loop(9).withBudget(Budget.rounds(9).withEvaluations(1)).build().run();

      assertThat(result.stopReason()).isEqualTo(StopReason.EVALUATIONS_SPENT);
      assertThat(only(result).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(result.tree()).isEqualTo(START);
    }

    @Test
    void stops_when_the_reported_cost_is_spent() {
      script.then(b -> Proposal.nothing("thinking").withCost(new Cost(100, 0)));
      script.then(b -> Proposal.nothing("thinking").withCost(new Cost(100, 0)));

      RunResult result =
          loop(9).withBudget(Budget.rounds(9).withCost(new Cost(100, 100))).build().run();

      assertThat(result.spent().cost()).isEqualTo(new Cost(100, 0));
      assertThat(result.attempts()).hasSize(1);
    }

    @Test
    void stops_when_the_time_is_up() {
      Instant[] now = {Instant.EPOCH};
      Clock clock =
          new Clock() {
            @Override
            public java.time.ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now[0];
            }
          };
      script.then(
          briefing -> {
            now[0] = now[0].plusSeconds(61);
            throw new IOException("slow");
          });

      RunResult result =
          loop(9)
              .withClock(clock)
              .withBudget(Budget.rounds(9).withWallTime(Duration.ofMinutes(1)))
              .build()
              .run();

      assertThat(result.stopReason()).isEqualTo(StopReason.TIME_SPENT);
    }

    @Test
    void stops_when_there_is_nothing_to_propose() {
      script.thenNothing("all tried");

      RunResult result = loop(9).build().run();

      assertThat(result.stopReason()).isEqualTo(StopReason.NOTHING_TO_PROPOSE);
      assertThat(only(result).findings()).extracting(Finding::message).contains("all tried");
    }

    @Test
    void a_round_may_try_several_proposals_until_one_is_kept() {
      script
          .thenWrites("agent.txt", "12")
          .thenWrites("agent.txt", "5")
          .thenWrites("agent.txt", "4");

      RunResult result =
          loop(2)
              .withAttemptsPerRound(3)
              .withBudget(Budget.rounds(2).withProposals(3))
              .build()
              .run();

      assertThat(result.rounds()).hasSize(2);
      assertThat(result.rounds().get(0).attempts()).hasSize(2);
      assertThat(script.briefings().get(1).attempts()).hasSize(1);
      assertThat(result.kept()).hasSize(2);
    }
  }

  @Nested
  class Cancelling {
    @Test
    void reaches_the_stage_at_work() throws InterruptedException {
      CountDownLatch begun = new CountDownLatch(1);
      AtomicBoolean interrupted = new AtomicBoolean();
      ImprovementLoop loop =
          loop(
                  briefing -> {
                    begun.countDown();
                    try {
                      new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                      interrupted.set(true);
                    }
                    return Proposal.nothing("woken");
                  },
                  evaluator,
                  5)
              .build();
      List<RunResult> results = new ArrayList<>();
      Thread runner = new Thread(() -> results.add(loop.run()));
      runner.start();
      begun.await();

      loop.cancel();
      runner.join();

      assertThat(interrupted).isTrue();
      assertThat(results)
          .singleElement()
          .extracting(RunResult::stopReason)
          .isEqualTo(StopReason.CANCELLED);
    }

    @Test
    void before_the_run_ends_it_without_a_round() {
      ImprovementLoop loop = loop(5).build();

      loop.cancel();

      assertThat(loop.run().rounds()).isEmpty();
    }
  }

  @Nested
  class Baseline {
    @Test
    void that_a_guardrail_cannot_work_on_is_an_error_before_the_first_round() {
      ImprovementLoop loop =
          loop(1)
              .withGuardrail(c -> Verdict.rejected(Finding.hard("policy.dead", "no such member")))
              .build();

      assertThatExceptionOfType(UnusableBaselineException.class)
          .isThrownBy(loop::run)
          .withMessageContaining("no such member");
    }

    @Test
    void that_fails_validation_is_an_error_before_the_first_round() {
      ImprovementLoop loop =
          loop(1)
              .withValidator(c -> Verdict.rejected(Finding.hard("test.red", "FooTest fails")))
              .build();

      UnusableBaselineException error =
          catchThrowableOfType(UnusableBaselineException.class, loop::run);

      assertThat(error)
          .hasMessageContaining("FooTest fails")
          .hasMessageContaining("Mend this first");
      assertThat(script.briefings()).isEmpty();
    }

    @Test
    void that_cannot_be_observed_is_an_error_before_the_first_round() {
      Evaluator broken =
          new Evaluator() {
            @Override
            public Comparison compare(Trial trial) {
              return evaluator.compare(trial);
            }

            @Override
            public Insight observe(SourceTree tree, long seed) throws IOException {
              throw new IOException("no java here");
            }
          };

      assertThatExceptionOfType(UnusableBaselineException.class)
          .isThrownBy(() -> loop(script, broken, 1).build().run())
          .withMessageContaining("no java here");
    }
  }

  @Nested
  class Recording {
    @Test
    void two_runs_with_the_same_seed_give_the_same_journal() {
      assertThat(journalOfARun()).isEqualTo(journalOfARun()).hasSizeGreaterThan(5);
    }

    private List<String> journalOfARun() {
      Journal journal = Journal.inMemory();
      ScriptedProposer proposer =
          ScriptedProposer.named("script")
              .thenWrites("agent.txt", "5")
              .thenThrows(new IOException("no connection"))
              .thenWrites("agent.txt", "7")
              .then(
                  b ->
                      ScriptedProposer.named("s")
                          .thenWrites("agent.txt", "" + b.seed() % 3)
                          .propose(b));
      FakeEvaluator fake = FakeEvaluator.steps(LoopFixture::number);
      loop(proposer, fake, 4).withJournal(journal).build().run();
      return journal.lines();
    }

    @Test
    void every_exit_is_in_the_journal() {
      Journal journal = Journal.inMemory();
      script.thenWrites("agent.txt", "5").thenThrows(new IOException("lost")).thenNothing("done");

      loop(5).withJournal(journal).build().run();

      assertThat(journal.lines())
          .anyMatch(line -> line.contains("\"outcome\":\"KEPT\""))
          .anyMatch(line -> line.contains("\"outcome\":\"FAILED\""))
          .anyMatch(line -> line.contains("\"outcome\":\"NOTHING\""))
          .anyMatch(line -> line.contains("\"type\":\"apply-intent\""))
          .last()
          .asString()
          .contains("NOTHING_TO_PROPOSE");
    }

    @Test
    void a_journal_that_cannot_be_written_stops_the_run_and_rolls_back() throws IOException {
      java.nio.file.Path file = java.nio.file.Files.createTempFile("journal", ".jsonl");
      Journal journal = Journal.open(file);
      AtomicBoolean rolledBack = new AtomicBoolean();
      script.thenWrites("agent.txt", "5");

      RunResult result =
          loop(3)
              .withJournal(journal)
              .withApplier(
                  candidate -> {
                    journal.close();
                    return new Applied() {
                      @Override
                      public SourceTree tree() {
                        return candidate.tree();
                      }

                      @Override
                      public void rollBack() {
                        rolledBack.set(true);
                      }
                    };
                  })
              .build()
              .run();

      assertThat(result.stopReason()).isEqualTo(StopReason.JOURNAL_FAILED);
      assertThat(rolledBack).isTrue();
      assertThat(result.tree()).isEqualTo(START);
      java.nio.file.Files.delete(file);
    }
  }

  @Nested
  class Listening {
    @Test
    void events_come_in_order() {
      RecordingListener listener = new RecordingListener();
      script.thenWrites("agent.txt", "5").thenWrites("agent.txt", "12");

      loop(2).withListener(listener).build().run();

      assertThat(listener.events())
          .startsWith("run started", "round 1 started", "1.1 PROPOSE", "1.1 RESOLVE", "1.1 RECALL")
          .contains("1.1 KEPT in RECHECK", "round 1 finished", "2.1 REJECTED in MEASURE")
          .endsWith("round 2 finished", "run finished");
    }

    @Test
    void a_listener_that_throws_cannot_break_the_run() {
      script.thenWrites("agent.txt", "5");
      LoopListener rude =
          new LoopListener() {
            @Override
            public void roundStarted(int round) {
              throw new IllegalStateException("rude");
            }
          };

      assertThat(loop(1).withListener(rude).build().run().kept()).hasSize(1);
    }
  }

  @Nested
  class Building {
    @Test
    void refuses_a_loop_without_guardrail() {
      ImprovementLoop.Builder builder =
          ImprovementLoop.builder(START, script, evaluator).withAcceptance(FEWER_STEPS);

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessageContaining("needs a guardrail")
          .withMessageContaining("Guardrail.none");
    }

    @Test
    void refuses_numbers_that_make_no_sense() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loop(1).withAttemptsPerRound(0))
          .withMessageContaining("0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loop(1).withDeadline(Stage.GUARD, Duration.ZERO))
          .withMessageContaining("PT0S");
      assertThatIllegalArgumentException().isThrownBy(() -> Budget.rounds(0));
    }
  }
}
