package dev.ratchet;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Applied;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Canary;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Decision;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.ReviewRequest;
import dev.ratchet.spi.Stage;
import dev.ratchet.verdict.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * One attempt: from the briefing to an edit that is kept, or to the reason why not.
 *
 * <p>It goes on in three steps: {@link #begin}, {@link #examine} and {@link #conclude}. Several
 * attempts of a round may be examined at once, each on a thread of its own; all else is done on the
 * loop's thread.
 */
final class AttemptRun {
  private final Setup setup;
  private final RunState state;
  private final int round;
  private final int number;
  private final StageCalls calls;
  private final Attempt.Builder record;
  private Optional<Candidate> frozen = Optional.empty();
  private Optional<Ended> ended = Optional.empty();

  AttemptRun(Setup setup, RunState state, int round, int number) {
    this.setup = setup;
    this.state = state;
    this.round = round;
    this.number = number;
    this.calls = new StageCalls(state.runner(), this::tell, setup::deadline, Optional.empty());
    this.record = Attempt.builder(number, setup.proposer().name());
  }

  /** Tells listeners that a stage begins, on the loop's thread. */
  void tell(Stage stage) {
    state.listeners().started(listener -> listener.stageStarted(round, number, stage));
  }

  /** One of the three steps. */
  private interface Step {
    void go() throws Ended;
  }

  private void unlessEnded(Step step) {
    if (ended.isEmpty()) {
      try {
        step.go();
      } catch (Ended end) {
        ended = Optional.of(end);
      }
    }
  }

  /**
   * Asks for a proposal and reads it.
   *
   * @param beside the other attempts that are open
   */
  void begin(Briefing briefing, List<AttemptRun> beside) {
    unlessEnded(
        () -> {
          Proposal proposal = propose(briefing);
          Candidate candidate = resolve(proposal, briefing.tree());
          recall(candidate, beside);
        });
  }

  /** Does all that comes before the held-out tasks. */
  void examine() {
    examine(calls);
  }

  /** Does all that comes before the held-out tasks, by other means than those of the loop. */
  void examine(StageCalls others) {
    unlessEnded(() -> examination(others).examine(candidate()));
  }

  /** Returns the attempt, ended; if it was kept, the state holds the new tree. */
  Attempt conclude() throws IOException {
    return ending(
        () -> {
          examination(calls).confirm(candidate(), round, number);
          state.entryAccepted();
          return reviewAndApply(candidate());
        });
  }

  /** Returns the attempt, ended at the latest because another one of its round came first. */
  Attempt superseded() throws IOException {
    return ending(
        () -> {
          throw new Ended(
              Stage.MEASURE,
              Outcome.SUPERSEDED,
              Finding.note("round.superseded", "Another proposal of the round came first")
                  .remedy("propose it again, for the version that is in force then"));
        });
  }

  /** Returns the attempt as the proposer may know it who is asked next, beside it. */
  Attempt open() {
    return ended
        .map(end -> record.endedAs(end.stage(), end.outcome()))
        .orElseGet(() -> record.endedAs(Stage.RECALL, Outcome.OPEN));
  }

  boolean isOpen() {
    return ended.isEmpty();
  }

  boolean endedAs(Outcome outcome) {
    return ended.filter(end -> end.outcome() == outcome).isPresent();
  }

  /** Returns the attempt of a canary, which is over once it is confirmed. */
  Attempt run(Briefing briefing, Canary kind) throws IOException {
    record.canary(kind);
    return ending(
        () -> {
          Proposer source = setup.canaries().orElseThrow().source(kind);
          Candidate proposed = resolve(proposed(source, briefing), briefing.tree());
          requireChange(proposed);
          Candidate candidate = kind == Canary.GAIN ? reversed(proposed) : proposed;
          examination(calls).examine(candidate);
          examination(calls).confirm(candidate, round, number);
          return record.end(Stage.CONFIRM, Outcome.CONFIRMED);
        });
  }

  private static Candidate reversed(Candidate candidate) {
    return new Candidate(
        candidate.tree(),
        ChangeSet.between(candidate.tree(), candidate.base()),
        candidate.base(),
        candidate.author(),
        candidate.proposal());
  }

  private Examination examination(StageCalls means) {
    return new Examination(setup, state, means, record);
  }

  private Candidate candidate() {
    return frozen.orElseThrow();
  }

  /** Returns the attempt of a candidate that had got as far as its review. */
  Attempt resume(ReviewRequest pending) throws IOException {
    Candidate candidate = pending.candidate();
    frozen = Optional.of(candidate);
    record.author(candidate.author());
    record.proposal(candidate.proposal()).candidate(candidate);
    record.heldOutFindings(pending.findings()); // Some of them are, and it is not known which.
    pending.comparisons().forEach(record::comparison);
    return ending(() -> reviewAndApply(candidate));
  }

  private Attempt reviewAndApply(Candidate candidate) throws Ended, IOException {
    review(candidate);
    Applied applied = apply(candidate);
    recheck(candidate, applied);
    return keep(candidate, applied);
  }

  /** What is left of an attempt. */
  private interface Rest {
    Attempt run() throws Ended, IOException;
  }

  private Attempt ending(Rest rest) throws IOException {
    try {
      if (ended.isPresent()) {
        throw ended.get();
      }
      return rest.run();
    } catch (Ended end) {
      found(end.stage(), end.findings());
      if (!record.isCanary() && isRemembered(end.outcome())) {
        frozen.ifPresent(state::remember);
      }
      if (frozen.isPresent() && !state.hasRoomFor(frozen.get().changes())) {
        record.withoutChanges();
      }
      return record.end(end.stage(), end.outcome());
    }
  }

  /** Returns whether the same result need not be tried again. */
  static boolean isRemembered(Outcome outcome) {
    return switch (outcome) {
      case PENDING, CANCELLED, SUPERSEDED -> false;
      default -> true;
    };
  }

  private Proposal propose(Briefing briefing) throws Ended {
    state.ledger().proposal();
    return proposed(setup.proposer(), briefing);
  }

  private Proposal proposed(Proposer proposer, Briefing briefing) throws Ended {
    Proposal proposal = call(Stage.PROPOSE, () -> proposer.propose(briefing));
    if (!proposal.author().isBlank() && !record.isCanary()) {
      record.author(proposal.author());
    }
    record.proposal(proposal);
    state.ledger().pay(proposal.cost());
    if (proposal.reasonForNothing().isPresent()) {
      String reason = proposal.reasonForNothing().get();
      throw new Ended(Stage.PROPOSE, Outcome.NOTHING, Finding.note("propose.nothing", reason));
    }
    return proposal;
  }

  private Candidate resolve(Proposal proposal, SourceTree base) throws Ended {
    Candidate candidate = call(Stage.RESOLVE, () -> candidate(proposal, base));
    record.candidate(candidate);
    frozen = Optional.of(candidate);
    return candidate;
  }

  private Candidate candidate(Proposal proposal, SourceTree base) throws Ended {
    List<Finding> reasons = new ArrayList<>();
    Optional<ChangeSet> changes =
        proposal
            .resolve(base)
            .fold(
                Optional::of,
                refused -> {
                  refused.forEach(p -> reasons.add(noFit(p.toString())));
                  return Optional.<ChangeSet>empty();
                });
    Optional<SourceTree> tree =
        changes.flatMap(
            set ->
                set.applyTo(base)
                    .fold(
                        Optional::of,
                        refused -> {
                          refused.forEach(r -> reasons.add(noFit(r)));
                          return Optional.<SourceTree>empty();
                        }));
    if (tree.isEmpty()) {
      throw new Ended(Stage.RESOLVE, Outcome.REJECTED, reasons);
    }
    return new Candidate(base, changes.orElseThrow(), tree.get(), record.author(), proposal);
  }

  private static Finding noFit(String reason) {
    return Finding.hard("edit.applies", reason)
        .because("an edit applies as a whole and exactly, or not at all");
  }

  private void recall(Candidate candidate, List<AttemptRun> beside) throws Ended {
    tell(Stage.RECALL);
    requireChange(candidate);
    if (state.isRemembered(candidate)) {
      throw repeated("The same result was already refused in this run");
    }
    if (beside.stream().anyMatch(other -> other.isOf(candidate))) {
      throw repeated("The same result is already tried in this round");
    }
  }

  private boolean isOf(Candidate candidate) {
    return isOpen() && candidate().hash().equals(candidate.hash());
  }

  private static Ended repeated(String message) {
    return new Ended(
        Stage.RECALL,
        Outcome.REPEATED,
        Finding.hard("edit.new", message)
            .remedy("propose something else; the reason stands with the earlier attempt"));
  }

  private static void requireChange(Candidate candidate) throws Ended {
    if (candidate.hash().equals(candidate.base().hash())) {
      throw new Ended(
          Stage.RECALL, Outcome.REPEATED, Finding.hard("edit.changes", "The edit changes nothing"));
    }
  }

  private void review(Candidate candidate) throws Ended {
    if (setup.reviewer().isEmpty()) {
      return;
    }
    ReviewRequest request =
        new ReviewRequest(round, candidate, record.findings(), record.comparisons());
    Decision decision = call(Stage.REVIEW, () -> setup.reviewer().get().review(request));
    record.decision(decision);
    switch (decision.kind()) {
      case APPROVED -> {}
      case REJECTED ->
          throw new Ended(
              Stage.REVIEW,
              Outcome.REJECTED,
              Finding.hard("review.rejected", decision.reviewer() + ": " + decision.comment()));
      case PENDING -> {
        state.pending(request);
        throw new Ended(
            Stage.REVIEW,
            Outcome.PENDING,
            Finding.note("review.pending", decision.reviewer() + ": " + decision.comment()));
      }
    }
  }

  private Applied apply(Candidate candidate) throws Ended, IOException {
    state.journal().intent(round, number, candidate);
    try {
      return call(Stage.APPLY, () -> setup.applier().apply(candidate));
    } catch (Ended end) {
      if (end.outcome() == Outcome.TIMED_OUT || end.outcome() == Outcome.CANCELLED) {
        state.stop(StopReason.TARGET_UNCLEAR);
      }
      throw end;
    }
  }

  private void recheck(Candidate candidate, Applied applied) throws Ended {
    try {
      SourceTree actual = call(Stage.RECHECK, applied::tree);
      if (!actual.hash().equals(candidate.hash())) {
        throw new Ended(
            Stage.RECHECK,
            Outcome.REJECTED,
            Finding.hard("apply.exact", "What was written is not what was accepted")
                .remedy("keep other programs from writing to the target while the loop runs"));
      }
      examination(calls).validate(Stage.RECHECK, candidate, validator -> true);
    } catch (Ended end) {
      rollBack(applied);
      throw end;
    }
  }

  private Attempt keep(Candidate candidate, Applied applied) throws IOException {
    Attempt kept = record.end(Stage.RECHECK, Outcome.KEPT);
    try {
      state.journal().attempt(round, state.tree(), kept);
    } catch (IOException e) {
      rollBack(applied);
      throw e;
    }
    state.keep(candidate.tree(), kept.comparisons());
    return kept;
  }

  private void rollBack(Applied applied) {
    try {
      applied.rollBack();
    } catch (IOException | RuntimeException e) {
      record.findings(
          List.of(
              Finding.hard("apply.rollback", "The edit could not be rolled back: " + e)
                  .remedy("compare the target with the journal and restore it by hand")));
      state.stop(StopReason.TARGET_UNCLEAR);
    }
  }

  private void found(Stage stage, List<Finding> findings) {
    examination(calls).found(stage, findings);
  }

  private <T> T call(Stage stage, Callable<T> work) throws Ended {
    return calls.call(stage, work);
  }
}
