package dev.ratchet;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.measure.AuditReport;
import dev.ratchet.measure.CanaryReport;
import dev.ratchet.measure.GainEstimate;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.ReviewRequest;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Spending;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of a run; it explains itself. The loop creates it, users read it. Immutable. */
public final class RunResult {
  private final SourceTree start;
  private final SourceTree tree;
  private final SourceTree anchor;
  private final List<Round> rounds;
  private final StopReason stopReason;
  private final Spending spent;
  private final Optional<ReviewRequest> pending;
  private final Insight insight;
  private final ContentHash journalHead;
  private final List<AuditReport> audits;
  private final List<GainEstimate> gains;

  RunResult(
      SourceTree start,
      RunState state,
      StopReason stopReason,
      ContentHash journalHead,
      List<AuditReport> audits,
      List<GainEstimate> gains) {
    this.audits = audits;
    this.gains = gains;
    this.start = Objects.requireNonNull(start);
    this.tree = state.tree();
    this.anchor = state.anchor();
    this.rounds = List.copyOf(state.rounds());
    this.stopReason = Objects.requireNonNull(stopReason);
    this.spent = state.ledger().spent();
    this.pending = state.pending();
    this.insight = state.insight();
    this.journalHead = Objects.requireNonNull(journalHead);
  }

  /** Returns the tree that the run began with. */
  public SourceTree start() {
    return start;
  }

  /** Returns the tree in force at the end. */
  public SourceTree tree() {
    return tree;
  }

  /** Returns the tree that accuracy was held against at the end. */
  SourceTree anchor() {
    return anchor;
  }

  /** Returns all rounds, in their order. */
  public List<Round> rounds() {
    return rounds;
  }

  /** Returns all attempts, in their order, canaries included. */
  public List<Attempt> attempts() {
    return rounds.stream().flatMap(round -> round.attempts().stream()).toList();
  }

  /** Returns the attempts whose edit was kept. */
  public List<Attempt> kept() {
    return attempts().stream().filter(Attempt::isKept).toList();
  }

  /** Returns how the gate dealt with edits whose effect was known. */
  public CanaryReport canaries() {
    return CanaryReport.of(attempts());
  }

  /** Returns why the run ended. */
  public StopReason stopReason() {
    return stopReason;
  }

  /** Returns what was spent. */
  public Spending spent() {
    return spent;
  }

  /** Returns the review that the run waits for; empty unless it stopped for one. */
  public Optional<ReviewRequest> pending() {
    return pending;
  }

  /** Returns what the tuning tasks showed last. */
  public Insight insight() {
    return insight;
  }

  /** Returns what audits found, in their order; empty where the run had none. */
  public List<AuditReport> audits() {
    return audits;
  }

  /**
   * Returns what kept edits gained in measurements that no decision rests on, in their order; empty
   * unless the loop was built with an estimate. Never multiply them; an audit measures the sum.
   */
  public List<GainEstimate> gains() {
    return gains;
  }

  /** Returns the hash of the journal's last record. */
  public ContentHash journalHead() {
    return journalHead;
  }

  /** Returns all that the run changed, as one change set. */
  public ChangeSet changes() {
    return ChangeSet.between(start, tree);
  }

  /** Returns the run in one sentence. */
  public String summary() {
    long attempts = attempts().stream().filter(a -> a.canary().isEmpty()).count();
    String canaries = canaries().decided() == 0 ? "" : "; canaries: " + canaries();
    return "%d of %d proposals kept in %d rounds; the run ended because %s"
            .formatted(kept().size(), attempts, rounds.size(), stopReason.words())
        + canaries;
  }

  @Override
  public String toString() {
    return summary();
  }
}
