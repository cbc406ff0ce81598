package dev.ratchet;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.measure.AuditReport;
import dev.ratchet.measure.GainEstimate;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Canary;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.ReviewRequest;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Spending;
import dev.ratchet.spi.Stage;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: checks the baseline, then goes from round to round until something says stop. */
final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Setup setup;
  private final RunState state;
  private final SourceTree start;
  private final Optional<Auditing> auditing;
  private final Optional<Estimating> estimating;

  /** How many attempts were begun together the last time. */
  private int lastBatch;

  /** An engine that begins anew, or goes on from an earlier result. */
  Engine(Setup setup, Optional<RunResult> earlier, StageRunner runner) {
    this.setup = setup;
    this.start = setup.start();
    Spending before = earlier.map(RunResult::spent).orElse(Spending.NONE);
    Ledger ledger = new Ledger(setup.budget(), setup.clock(), before);
    SourceTree tree = earlier.map(RunResult::tree).orElse(setup.start());
    SourceTree anchor = earlier.map(RunResult::anchor).orElse(setup.start());
    this.state = new RunState(setup, tree, anchor, ledger, runner);
    earlier.ifPresent(result -> state.recall(result.rounds()));
    this.auditing = setup.audit().map(audit -> new Auditing(audit, setup, state));
    this.estimating = setup.estimate().map(estimate -> new Estimating(estimate, setup, state));
  }

  RunResult run(Optional<ReviewRequest> pending) {
    state.listeners().started(listener -> listener.runStarted(setup.budget()));
    StopReason reason;
    try {
      state.journal().runStarted(setup, state.tree());
      checkBaseline();
      pending.ifPresent(this::resumeRound);
      reason = runRounds();
      state.journal().runEnded(reason, state.tree(), state.ledger().spent(), state.canaries());
    } catch (UnusableBaselineException e) {
      state.journal().baselineUnusable(e.findings());
      throw e;
    } catch (CancellationException e) {
      reason = cancelled();
    } catch (JournalFailure | IOException e) {
      LOG.error("The journal can't be written; the run stops", e);
      reason = StopReason.JOURNAL_FAILED;
    }
    state.listeners().finished(listener -> listener.runFinished(state.ledger().spent()));
    List<AuditReport> audits = auditing.map(Auditing::reports).orElse(List.of());
    List<GainEstimate> gains = estimating.map(Estimating::gains).orElse(List.of());
    return new RunResult(start, state, reason, setup.journal().head(), audits, gains);
  }

  /** Carries a failed journal write out of a lambda. */
  private static final class JournalFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalFailure(IOException cause) {
      super(cause);
    }
  }

  private StopReason cancelled() {
    try {
      state
          .journal()
          .runEnded(StopReason.CANCELLED, state.tree(), state.ledger().spent(), state.canaries());
      return StopReason.CANCELLED;
    } catch (IOException e) {
      LOG.error("The journal can't be written; the run stops", e);
      return StopReason.JOURNAL_FAILED;
    }
  }

  private StopReason runRounds() throws IOException {
    Optional<StopReason> stop = state.stop();
    while (stop.isEmpty()) {
      stop = state.ledger().beforeRound();
      if (stop.isEmpty()) {
        observeKept();
        stop = round();
        if (auditing.isPresent() && stop.isEmpty()) {
          auditing.get().afterRound();
          stop = state.stop();
        }
      }
    }
    if (auditing.isPresent() && stop.get() != StopReason.CANCELLED) {
      auditing.get().atTheEnd();
    }
    return state.stop().orElse(stop.get());
  }

  /** Runs one round and returns why the run ends with it, if it does. */
  private Optional<StopReason> round() throws IOException {
    state.ledger().round();
    int number = state.ledger().spent().rounds();
    SourceTree base = state.tree();
    state.listeners().started(listener -> listener.roundStarted(number));
    Optional<Canary> canary = setup.canaries().flatMap(c -> c.at(number, state.seeds()));
    List<Attempt> attempts = canary.isPresent() ? canary(number, canary.get()) : attempts(number);
    finish(new Round(number, base.hash(), attempts), base);
    return whyStop(attempts);
  }

  private List<Attempt> attempts(int round) throws IOException {
    List<Attempt> attempts = new ArrayList<>();
    do {
      List<AttemptRun> batch = begun(round, attempts);
      examine(batch);
      conclude(round, batch, attempts);
      lastBatch = batch.size();
    } while (goesOn(attempts));
    return attempts;
  }

  /** Asks for proposals one after the other; none may know what becomes of those beside it. */
  private List<AttemptRun> begun(int round, List<Attempt> earlier) {
    int most = atOnce(earlier.size());
    List<AttemptRun> batch = new ArrayList<>();
    do {
      int number = earlier.size() + batch.size() + 1;
      List<Attempt> told = new ArrayList<>(earlier);
      batch.forEach(beside -> told.add(beside.open()));
      AttemptRun run = new AttemptRun(setup, state, round, number);
      run.begin(briefing(round, number, told), batch);
      batch.add(run);
    } while (batch.size() < most && asksOn(batch.get(batch.size() - 1)));
    return batch;
  }

  private boolean asksOn(AttemptRun last) {
    return !last.endedAs(Outcome.NOTHING)
        && !last.endedAs(Outcome.CANCELLED)
        && state.ledger().beforeProposal().isEmpty();
  }

  /** No candidate of a batch may find that another has used up the evaluations. */
  private int atOnce(int done) {
    long each = setup.screening().isPresent() ? 3 : 2;
    long affordable = state.ledger().evaluationsLeft() / each;
    long most = Math.min(setup.atOnce(), Math.min(setup.mostAttempts() - done, affordable));
    return (int) Math.max(1, most);
  }

  private void examine(List<AttemptRun> batch) {
    List<AttemptRun> open = batch.stream().filter(AttemptRun::isOpen).toList();
    if (open.size() > 1) {
      new Lanes(setup, state.runner(), setup.cores()).examine(open);
    } else {
      open.forEach(AttemptRun::examine);
    }
  }

  private void conclude(int round, List<AttemptRun> batch, List<Attempt> attempts)
      throws IOException {
    SourceTree base = state.tree();
    boolean decided = false;
    for (AttemptRun run : batch) {
      Attempt attempt = decided ? run.superseded() : run.conclude();
      record(round, base, attempt);
      attempts.add(attempt);
      decided = decided || attempt.isKept() || state.stop().isPresent();
    }
  }

  private List<Attempt> canary(int round, Canary kind) throws IOException {
    Briefing briefing = briefing(round, 1, List.of());
    Attempt attempt = new AttemptRun(setup, state, round, 1).run(briefing, kind);
    record(round, state.tree(), attempt);
    return List.of(attempt);
  }

  private void record(int round, SourceTree base, Attempt attempt) throws IOException {
    if (!attempt.isKept()) {
      state.journal().attempt(round, base, attempt);
    }
    state.listeners().finished(listener -> listener.attemptFinished(round, attempt));
  }

  private void finish(Round round, SourceTree base) throws IOException {
    state.finished(round);
    boolean isKept = round.attempts().stream().anyMatch(Attempt::isKept);
    if (isKept && estimating.isPresent() && state.stop().isEmpty()) {
      estimating.get().kept(round.number(), base);
    }
    state.listeners().finished(listener -> listener.roundFinished(round));
  }

  private boolean goesOn(List<Attempt> attempts) {
    return attempts.size() < setup.mostAttempts()
        && !has(attempts, Outcome.KEPT)
        && !has(attempts, Outcome.NOTHING)
        && !has(attempts, Outcome.CANCELLED)
        && state.stop().isEmpty()
        && state.ledger().beforeProposal().isEmpty();
  }

  private Optional<StopReason> whyStop(List<Attempt> attempts) {
    if (state.stop().isPresent()) {
      return state.stop();
    }
    if (has(attempts, Outcome.CANCELLED)) {
      return Optional.of(StopReason.CANCELLED);
    }
    // Who had nothing to propose beside others did not know yet what became of them.
    boolean nothing = has(attempts, Outcome.NOTHING) && lastBatch == 1;
    return nothing && attempts.get(0).canary().isEmpty()
        ? Optional.of(StopReason.NOTHING_TO_PROPOSE)
        : Optional.empty();
  }

  private static boolean has(List<Attempt> attempts, Outcome outcome) {
    return attempts.stream().anyMatch(attempt -> attempt.outcome() == outcome);
  }

  /** The round of a candidate that waited for its review: it begins where it stopped. */
  private void resumeRound(ReviewRequest pending) {
    int number = pending.round();
    SourceTree base = state.tree();
    try {
      state.listeners().started(listener -> listener.roundStarted(number));
      Attempt attempt = new AttemptRun(setup, state, number, 1).resume(pending);
      record(number, base, attempt);
      finish(new Round(number, base.hash(), List.of(attempt)), base);
    } catch (IOException e) {
      throw new JournalFailure(e);
    }
  }

  private Briefing briefing(int round, int attempt, List<Attempt> attempts) {
    List<String> rules =
        setup.guardrails().stream().flatMap(guardrail -> guardrail.rules().stream()).toList();
    return new Briefing(
        setup.goal(),
        round,
        attempt,
        state.tree(),
        state.insight(),
        rules,
        state.briefed(),
        attempts.stream().map(Attempt::forBriefing).toList(),
        state.ledger().budget(),
        state.ledger().spent(),
        state.seeds().proposal(round, attempt));
  }

  private void checkBaseline() {
    Candidate baseline = Candidate.baseline(state.tree());
    for (Guardrail guardrail : setup.guardrails()) {
      Verdict verdict = baseline(Stage.GUARD, guardrail.name(), () -> guardrail.inspect(baseline));
      if (!verdict.isAccepted()) {
        throw new UnusableBaselineException(guardrail.name(), verdict.findings());
      }
    }
    for (Validator validator : setup.validators()) {
      Verdict verdict =
          baseline(Stage.VALIDATE, validator.name(), () -> validator.validate(baseline));
      if (!verdict.isAccepted()) {
        throw new UnusableBaselineException(validator.name(), verdict.findings());
      }
    }
    observe();
  }

  private void observe() {
    if (!state.isObserved()) {
      SourceTree tree = state.tree();
      long seed = state.seeds().tuning();
      Insight insight =
          baseline(
              Stage.MEASURE, setup.evaluator().name(), () -> setup.evaluator().observe(tree, seed));
      state.observed(insight);
    }
  }

  /** Observes a tree that was kept; it is in force already, so a failure costs only the insight. */
  private void observeKept() {
    try {
      observe();
    } catch (UnusableBaselineException e) {
      LOG.warn("The kept version could not be observed; the next briefing has no profile", e);
      state.observed(Insight.NONE);
    }
  }

  private <T> T baseline(Stage stage, String name, Callable<T> work) {
    try {
      return state.runner().call(stage, setup.deadline(stage), work);
    } catch (StageRunner.StageTimeoutException e) {
      throw new UnusableBaselineException(
          name, List.of(Finding.hard("baseline.deadline", String.valueOf(e.getMessage()))));
    } catch (ExecutionException e) {
      throw new UnusableBaselineException(
          name, List.of(Finding.hard("baseline.failed", name + " threw: " + e.getCause())));
    }
  }
}
