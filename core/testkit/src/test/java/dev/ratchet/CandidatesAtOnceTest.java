package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.journal.Journal;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Decision;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.LoopListener;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Stage;
import dev.ratchet.testkit.RecordingListener;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rounds that examine several candidates at once. */
class CandidatesAtOnceTest extends LoopFixture {
  private static final CoreBudget CORES = CoreBudget.of(4);

  private ImprovementLoop.Builder atOnce(int number, int rounds) {
    return loop(rounds).withCandidatesAtOnce(number, CORES);
  }

  private ImprovementLoop.Builder atOnce(int number, int rounds, Evaluator other) {
    return loop(script, other, rounds).withCandidatesAtOnce(number, CORES);
  }

  private void proposes(int... numbers) {
    for (int number : numbers) {
      script.thenWrites("agent.txt", "" + number);
    }
  }

  private static List<Outcome> outcomes(RunResult result) {
    return result.attempts().stream().map(Attempt::outcome).toList();
  }

  /** Lets validations end in this order, and in no other. */
  private Evaluator endingIn(int... order) {
    Map<Long, CountDownLatch> before = new ConcurrentHashMap<>();
    Map<Long, CountDownLatch> after = new ConcurrentHashMap<>();
    CountDownLatch last = new CountDownLatch(0);
    for (int number : order) {
      before.put((long) number, last);
      last = new CountDownLatch(1);
      after.put((long) number, last);
    }
    return trial -> {
      Comparison comparison = evaluator.compare(trial);
      if (trial.split() == Split.VALIDATION) {
        long number = number(trial.candidate());
        await(before.get(number));
        after.get(number).countDown();
      }
      return comparison;
    };
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(60, TimeUnit.SECONDS)).as("they are examined at once").isTrue();
  }

  @Test
  void the_first_that_is_confirmed_is_kept_and_those_behind_it_are_superseded() {
    proposes(12, 5, 4, 13);

    RunResult result = atOnce(4, 1).build().run();

    assertThat(outcomes(result))
        .containsExactly(Outcome.REJECTED, Outcome.KEPT, Outcome.SUPERSEDED, Outcome.REJECTED);
    assertThat(number(result.tree())).isEqualTo(5);
    assertThat(evaluator.trials()).filteredOn(t -> t.split() == Split.HELD_OUT).hasSize(1);
    assertThat(result.rounds()).hasSize(1);
  }

  @Test
  void what_is_decided_and_recorded_does_not_depend_on_who_ends_first() {
    Set<ContentHash> heads = new HashSet<>();
    for (int[] order : new int[][] {{12, 5, 4}, {4, 5, 12}, {5, 4, 12}}) {
      CandidatesAtOnceTest run = new CandidatesAtOnceTest();
      run.proposes(12, 5, 4);
      heads.add(run.atOnce(3, 1, run.endingIn(order)).build().run().journalHead());
    }
    assertThat(heads).hasSize(1);
  }

  @Test
  void a_superseded_edit_may_come_again() {
    proposes(5, 4, 4, 11);

    RunResult result = atOnce(2, 2).build().run();

    assertThat(outcomes(result))
        .containsExactly(Outcome.KEPT, Outcome.SUPERSEDED, Outcome.KEPT, Outcome.REJECTED);
    assertThat(number(result.tree())).isEqualTo(4);
  }

  @Test
  void a_proposer_is_told_of_those_beside_it_and_not_what_becomes_of_them() {
    proposes(12, 5);

    atOnce(2, 1).build().run();

    assertThat(script.briefings().get(1).attempts())
        .singleElement()
        .satisfies(
            beside -> {
              assertThat(beside.outcome()).isEqualTo(Outcome.OPEN);
              assertThat(beside.proposal()).isPresent();
              assertThat(beside.findings()).isEmpty();
            });
  }

  @Test
  void the_same_result_is_not_examined_twice() {
    proposes(5, 5);

    assertThat(outcomes(atOnce(2, 1).build().run()))
        .containsExactly(Outcome.KEPT, Outcome.REPEATED);
  }

  @Test
  void what_fails_or_takes_too_long_does_not_harm_the_others() {
    proposes(1, 2, 5);
    Evaluator bad =
        trial -> {
          if (number(trial.candidate()) == 1) {
            throw new IllegalStateException("broken");
          }
          if (number(trial.candidate()) == 2) {
            new CountDownLatch(1).await();
          }
          return evaluator.compare(trial);
        };

    RunResult result =
        atOnce(3, 1, bad).withDeadline(Stage.MEASURE, Duration.ofSeconds(2)).build().run();

    assertThat(outcomes(result)).containsExactly(Outcome.FAILED, Outcome.TIMED_OUT, Outcome.KEPT);
  }

  @Test
  void cancelling_reaches_all_of_them() throws InterruptedException {
    proposes(5, 4);
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger interrupted = new AtomicInteger();
    Evaluator hanging =
        trial -> {
          both.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
          }
          return evaluator.compare(trial);
        };
    ImprovementLoop loop = atOnce(2, 3, hanging).build();
    Thread canceller =
        new Thread(
            () -> {
              try {
                await(both);
                loop.cancel();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    canceller.start();

    RunResult result = loop.run();

    canceller.join();
    assertThat(outcomes(result)).containsExactly(Outcome.CANCELLED, Outcome.CANCELLED);
    assertThat(result.stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(interrupted).hasValue(2);
  }

  @Test
  void an_interruption_of_the_caller_cancels_all_of_them() {
    proposes(5, 4);
    Thread caller = Thread.currentThread();
    CountDownLatch both = new CountDownLatch(2);
    Evaluator hanging =
        trial -> {
          both.countDown();
          await(both);
          caller.interrupt();
          new CountDownLatch(1).await();
          return evaluator.compare(trial);
        };

    RunResult result = atOnce(2, 3, hanging).build().run();

    assertThat(Thread.interrupted()).as("the caller stays interrupted").isTrue();
    assertThat(outcomes(result)).containsExactly(Outcome.CANCELLED, Outcome.CANCELLED);
  }

  @Test
  void with_few_evaluations_left_fewer_are_examined_at_once() {
    proposes(12, 13, 14, 15, 16, 17);
    Budget budget = Budget.rounds(9).withEvaluations(5);

    RunResult result = atOnce(4, 9).withBudget(budget).build().run();

    // Two, which might need four of the five; one, of the three that are left; and so on.
    assertThat(result.attempts()).hasSize(5);
    assertThat(outcomes(result)).containsOnly(Outcome.REJECTED);
    assertThat(result.spent().evaluations()).isEqualTo(5);
    assertThat(result.stopReason()).isEqualTo(StopReason.EVALUATIONS_SPENT);
  }

  @Test
  void no_more_is_proposed_than_the_budget_has() {
    proposes(12, 13, 14);
    Budget budget = Budget.rounds(9).withProposals(3);

    RunResult result = atOnce(4, 9).withBudget(budget).build().run();

    assertThat(result.attempts()).hasSize(3);
    assertThat(result.stopReason()).isEqualTo(StopReason.PROPOSALS_SPENT);
  }

  @Test
  void held_out_entries_are_counted_in_the_order_of_proposal() {
    proposes(5, 4, 3);
    List<Comparison> shown = new ArrayList<>();
    RunResult result =
        atOnce(3, 1, endingIn(3, 4, 5))
            .withAcceptance(
                comparison -> {
                  if (comparison.split() == Split.HELD_OUT) {
                    shown.add(comparison);
                    return Verdict.rejected(Finding.hard("test.no", "not confirmed"));
                  }
                  return Verdict.accepted();
                })
            .build()
            .run();

    assertThat(shown)
        .extracting(Comparison::entry)
        .containsExactly(new Entry(1, 0), new Entry(2, 0), new Entry(3, 0));
    assertThat(shown).extracting(c -> steps(c.candidate())).containsExactly(10.0, 8.0, 6.0);
    assertThat(outcomes(result)).containsOnly(Outcome.REJECTED);
  }

  @Test
  void a_pending_review_leaves_the_others_for_later() {
    proposes(5, 4, 4);
    ImprovementLoop loop =
        atOnce(2, 2)
            .withReviewer(
                request ->
                    script.briefings().size() == 2
                        ? Decision.pending("ada", "tomorrow")
                        : Decision.approved("ada", ""))
            .build();

    RunResult stopped = loop.run();

    assertThat(outcomes(stopped)).containsExactly(Outcome.PENDING, Outcome.SUPERSEDED);
    assertThat(stopped.stopReason()).isEqualTo(StopReason.REVIEW_PENDING);
  }

  @Test
  void who_has_nothing_to_propose_beside_others_is_asked_once_more() {
    proposes(12);
    script.thenNothing("waiting").thenNothing("done");

    RunResult result = atOnce(3, 9).build().run();

    assertThat(outcomes(result))
        .containsExactly(Outcome.REJECTED, Outcome.NOTHING, Outcome.NOTHING);
    assertThat(result.stopReason()).isEqualTo(StopReason.NOTHING_TO_PROPOSE);
  }

  @Test
  void listeners_hear_everything_on_the_loops_thread() {
    proposes(12, 5, 4);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    RecordingListener recording = new RecordingListener();
    LoopListener listener =
        new LoopListener() {
          @Override
          public void stageStarted(int round, int attempt, Stage stage) {
            threads.add(Thread.currentThread());
          }

          @Override
          public void roundFinished(Round round) {
            threads.add(Thread.currentThread());
          }
        };

    atOnce(3, 1).withListener(listener).withListener(recording).build().run();

    assertThat(threads).containsExactly(Thread.currentThread());
    assertThat(recording.events())
        .filteredOn(event -> event.contains(" in "))
        .containsExactly(
            "1.1 REJECTED in MEASURE", "1.2 KEPT in RECHECK", "1.3 SUPERSEDED in MEASURE");
    assertThat(recording.events()).filteredOn(event -> event.equals("1.3 GUARD")).hasSize(1);
  }

  @Test
  void guardrails_and_validators_keep_to_the_cores() {
    proposes(12, 13, 14, 15);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    loop(1)
        .withCandidatesAtOnce(4, CoreBudget.of(1))
        .withValidator(
            candidate -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.yield();
              running.decrementAndGet();
              return Verdict.accepted();
            })
        .build()
        .run();

    assertThat(most).hasValue(1);
  }

  @Test
  void more_attempts_come_batch_by_batch() {
    proposes(12, 13, 14);

    RunResult result =
        atOnce(2, 1).withAttemptsPerRound(3).withJournal(Journal.inMemory()).build().run();

    assertThat(result.rounds()).singleElement().satisfies(r -> assertThat(r.attempts()).hasSize(3));
    assertThat(script.briefings().get(2).attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Outcome.REJECTED, Outcome.REJECTED);
  }

  @Test
  void none_at_once_makes_no_sense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop(1).withCandidatesAtOnce(0, CORES))
        .withMessageContaining("number must be positive, but is 0");
  }
}
