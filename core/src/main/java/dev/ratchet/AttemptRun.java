package dev.ratchet;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Applied;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Canary;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Decision;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.ReviewRequest;
import dev.ratchet.spi.Stage;
import dev.ratchet.spi.Trial;
import dev.ratchet.spi.Validator;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One attempt: from the briefing to an edit that is kept, or to the reason why not. */
final class AttemptRun {

  /** The attempt ends here. Never leaves this class. */
  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Stage stage;
    private final transient Outcome outcome;
    private final transient List<Finding> findings;

    Ended(Stage stage, Outcome outcome, List<Finding> findings) {
      super(outcome + " in " + stage, null, false, false);
      this.stage = stage;
      this.outcome = outcome;
      this.findings = findings;
    }

    Ended(Stage stage, Outcome outcome, Finding finding) {
      this(stage, outcome, List.of(finding));
    }
  }

  private final Setup setup;
  private final RunState state;
  private final int round;
  private final int number;
  private final Attempt.Builder record;
  private Optional<Candidate> frozen = Optional.empty();

  AttemptRun(Setup setup, RunState state, int round, int number) {
    this.setup = setup;
    this.state = state;
    this.round = round;
    this.number = number;
    this.record = Attempt.builder(number, setup.proposer().name());
  }

  /** Returns the attempt, ended; if it was kept, the state holds the new tree. */
  Attempt run(Briefing briefing) throws IOException {
    return ending(
        () -> {
          Proposal proposal = propose(briefing);
          Candidate candidate = resolve(proposal, briefing.tree());
          recall(candidate);
          judge(candidate);
          state.entryAccepted();
          return reviewAndApply(candidate);
        });
  }

  /** Returns the attempt of a canary, which is over once it is confirmed. */
  Attempt run(Briefing briefing, Canary kind) throws IOException {
    record.canary(kind);
    return ending(
        () -> {
          Proposer source = setup.canaries().orElseThrow().source(kind);
          Candidate candidate = resolve(proposed(source, briefing), briefing.tree());
          requireChange(candidate);
          judge(kind == Canary.GAIN ? reversed(candidate) : candidate);
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

  private void judge(Candidate candidate) throws Ended {
    guard(candidate);
    validate(Stage.VALIDATE, candidate, validator -> !validator.runsCandidate());
    screen(candidate);
    validate(Stage.VALIDATE, candidate, Validator::runsCandidate);
    measure(candidate);
    confirm(candidate);
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

  /** The stages of an attempt, in their order. */
  private interface Stages {
    Attempt run() throws Ended, IOException;
  }

  private Attempt ending(Stages stages) throws IOException {
    try {
      return stages.run();
    } catch (Ended end) {
      found(end.stage, end.findings);
      if (!record.isCanary() && isRemembered(end.outcome)) {
        frozen.ifPresent(state::remember);
      }
      if (frozen.isPresent() && !state.hasRoomFor(frozen.get().changes())) {
        record.withoutChanges();
      }
      return record.end(end.stage, end.outcome);
    }
  }

  /** Returns whether the same result need not be tried again. */
  static boolean isRemembered(Outcome outcome) {
    return outcome != Outcome.PENDING && outcome != Outcome.CANCELLED;
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

  private void recall(Candidate candidate) throws Ended {
    state.listeners().started(l -> l.stageStarted(round, number, Stage.RECALL));
    requireChange(candidate);
    if (state.isRemembered(candidate)) {
      throw new Ended(
          Stage.RECALL,
          Outcome.REPEATED,
          Finding.hard("edit.new", "The same result was already refused in this run")
              .remedy("propose something else; the reason stands with the earlier attempt"));
    }
  }

  private static void requireChange(Candidate candidate) throws Ended {
    if (candidate.hash().equals(candidate.base().hash())) {
      throw new Ended(
          Stage.RECALL, Outcome.REPEATED, Finding.hard("edit.changes", "The edit changes nothing"));
    }
  }

  private void guard(Candidate candidate) throws Ended {
    List<Verdict> verdicts = new ArrayList<>();
    for (Guardrail guardrail : setup.guardrails()) {
      verdicts.add(call(Stage.GUARD, () -> guardrail.inspect(candidate)));
    }
    obey(Stage.GUARD, Verdict.all(verdicts));
  }

  private void validate(Stage stage, Candidate candidate, Predicate<Validator> which) throws Ended {
    for (Validator validator : setup.validators()) {
      if (which.test(validator)) {
        obey(stage, call(stage, () -> validator.validate(candidate)));
      }
    }
  }

  private void screen(Candidate candidate) throws Ended {
    if (setup.screening().isPresent()) {
      long seed = state.seeds().tuning();
      compare(Stage.SCREEN, candidate, Split.TUNING, seed, Entry.NONE, setup.screening().get());
    }
  }

  private void measure(Candidate candidate) throws Ended {
    long seed = state.seeds().validation();
    compare(Stage.MEASURE, candidate, Split.VALIDATION, seed, Entry.NONE, setup.acceptance());
  }

  private void confirm(Candidate candidate) throws Ended {
    long seed = state.seeds().heldOut(round, number);
    compare(Stage.CONFIRM, candidate, Split.HELD_OUT, seed, state.entry(), setup.acceptance());
  }

  private void compare(
      Stage stage, Candidate candidate, Split split, long seed, Entry entry, AcceptanceRule rule)
      throws Ended {
    Optional<StopReason> spent = state.ledger().beforeEvaluation();
    if (spent.isPresent()) {
      String message = "It was not measured because " + spent.get().words();
      throw new Ended(stage, Outcome.INCONCLUSIVE, Finding.hard("budget.evaluation", message));
    }
    state.ledger().evaluation();
    UnaryOperator<Comparison> asHeld =
        shown -> shown.claiming(candidate.proposal().claim()).entering(entry);
    Trial trial =
        Trial.of(candidate.base(), candidate.tree(), split, seed)
            .withAnchor(state.anchor())
            .withWanted(soFar -> rule.wanted(asHeld.apply(soFar)))
            .withRefuses(soFar -> rule.refuses(asHeld.apply(soFar)));
    Comparison comparison = asHeld.apply(call(stage, () -> setup.evaluator().compare(trial)));
    record.comparison(comparison);
    if (comparison.missing().isPresent() && !comparison.isPartial()) {
      throw new Ended(stage, Outcome.INCONCLUSIVE, incomplete(comparison));
    }
    obey(stage, call(stage, () -> verdict(rule, comparison)));
  }

  /** Nothing is accepted on a part; what a rule says of one counts if it said so before. */
  private static Verdict verdict(AcceptanceRule rule, Comparison comparison) {
    if (!comparison.isPartial()) {
      return rule.decide(comparison);
    }
    Verdict unknown = Verdict.inconclusive(incomplete(comparison));
    Verdict verdict = rule.refuses(comparison) ? rule.decide(comparison) : unknown;
    return verdict.isAccepted() ? unknown : verdict;
  }

  private static Finding incomplete(Comparison comparison) {
    return Finding.hard("measure.complete", comparison.missing().orElseThrow())
        .because("a missing value is not a score");
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
      if (end.outcome == Outcome.TIMED_OUT || end.outcome == Outcome.CANCELLED) {
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
      validate(Stage.RECHECK, candidate, validator -> true);
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
    if (stage == Stage.CONFIRM) {
      record.heldOutFindings(findings);
    } else {
      record.findings(findings);
    }
  }

  /** Ends the attempt unless the verdict accepts; notes are kept either way. */
  private void obey(Stage stage, Verdict verdict) throws Ended {
    if (verdict.isAccepted()) {
      found(stage, verdict.findings());
      return;
    }
    Outcome outcome =
        verdict.kind() == Verdict.Kind.INCONCLUSIVE ? Outcome.INCONCLUSIVE : Outcome.REJECTED;
    throw new Ended(stage, outcome, verdict.findings());
  }

  /** Returns what a stage returns; however else it ends, the attempt ends with it. */
  private <T> T call(Stage stage, Callable<T> work) throws Ended {
    state.listeners().started(l -> l.stageStarted(round, number, stage));
    try {
      return state.runner().call(stage, setup.deadline(stage), work);
    } catch (CancellationException e) {
      throw new Ended(
          stage, Outcome.CANCELLED, Finding.hard("run.cancelled", "The run was cancelled"));
    } catch (StageRunner.StageTimeoutException e) {
      throw new Ended(
          stage,
          Outcome.TIMED_OUT,
          Finding.hard("stage.deadline", String.valueOf(e.getMessage()))
              .remedy("raise the deadline with withDeadline, or mend the stage"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Ended end) {
        throw end;
      }
      throw new Ended(stage, Outcome.FAILED, failure(stage, e));
    }
  }

  private static Finding failure(Stage stage, ExecutionException e) {
    return Finding.hard("stage.failed", stage + " threw: " + e.getCause())
        .because("a stage that throws has not said yes");
  }
}
