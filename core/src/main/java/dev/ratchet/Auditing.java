package dev.ratchet;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.measure.Audit;
import dev.ratchet.measure.AuditReport;
import dev.ratchet.spi.Applied;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audits of one run, and the way back where they contradict its rounds. */
final class Auditing {
  private static final Logger LOG = LoggerFactory.getLogger(Auditing.class);

  private final Audit audit;
  private final Setup setup;
  private final RunState state;
  private final List<AuditReport> reports = new ArrayList<>();

  /** What the last audit did not contradict. */
  private SourceTree trusted;

  private SourceTree trustedAnchor;
  private int keptAtLast;

  Auditing(Audit audit, Setup setup, RunState state) {
    this.audit = audit;
    this.setup = setup;
    this.state = state;
    this.trusted = setup.start();
    this.trustedAnchor = setup.start();
  }

  List<AuditReport> reports() {
    return List.copyOf(reports);
  }

  /** Audits the run if enough was kept since the last time. */
  void afterRound() throws IOException {
    if (audit.isDue(state.keptCount() - keptAtLast)) {
      run();
    }
  }

  /** Audits what the run ends with, if anything was kept since the last time. */
  void atTheEnd() throws IOException {
    if (!state.tree().hash().equals(trusted.hash()) && state.isTargetClear()) {
      run();
    }
  }

  private void run() throws IOException {
    SourceTree audited = state.tree();
    AuditReport report = report(audited);
    reports.add(report);
    keptAtLast = state.keptCount();
    if (report.contradicts()) {
      rollBack(audited);
    } else if (report.missing().isEmpty()) {
      trusted = audited;
      trustedAnchor = state.anchor();
    }
    state.journal().audit(audited, state.tree(), report);
    LOG.info("{}", report);
  }

  private AuditReport report(SourceTree audited) {
    state.ledger().evaluation();
    long seed = state.seeds().audit(reports.size());
    try {
      return state
          .runner()
          .call(
              Stage.CONFIRM,
              setup.deadline(Stage.CONFIRM),
              () -> audit.run(setup.evaluator(), setup.start(), audited, seed));
    } catch (StageRunner.StageTimeoutException e) {
      return AuditReport.missing(String.valueOf(e.getMessage()));
    } catch (ExecutionException e) {
      return AuditReport.missing("it threw " + e.getCause());
    }
  }

  private void rollBack(SourceTree audited) {
    ChangeSet back = ChangeSet.between(audited, trusted);
    Candidate candidate =
        new Candidate(audited, back, trusted, "audit", Proposal.of(back, "An audit contradicts"));
    try {
      Applied applied =
          state
              .runner()
              .call(
                  Stage.APPLY, setup.deadline(Stage.APPLY), () -> setup.applier().apply(candidate));
      if (!applied.tree().hash().equals(trusted.hash())) {
        state.stop(StopReason.TARGET_UNCLEAR);
      }
      state.goBackTo(trusted, trustedAnchor);
    } catch (StageRunner.StageTimeoutException
        | ExecutionException
        | CancellationException
        | IOException e) {
      LOG.error("What an audit contradicts could not be rolled back", e);
      state.stop(StopReason.TARGET_UNCLEAR);
    }
  }
}
