package dev.ratchet;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.measure.CanaryReport;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.ReviewRequest;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run knows and has: the tree in force, history, memory, and the means of its stages. */
final class RunState {
  /** Beyond these, edits that were refused are not kept: a flood of them must not fill memory. */
  private static final long MOST_BYTES_KEPT = 64L << 20;

  private final Ledger ledger;
  private final Seeds seeds;
  private final Listeners listeners;
  private final RunJournal journal;
  private final StageRunner runner;
  private final List<Round> rounds = new ArrayList<>();
  private final List<Round> briefed = new ArrayList<>();
  private final Set<ContentHash> refused = new HashSet<>();
  private long bytesKept;
  private SourceTree tree;
  private SourceTree anchor;
  private Entry lastEntry = Entry.NONE;
  private int acceptedLast;
  private Insight insight = Insight.NONE;
  private Optional<ContentHash> observed = Optional.empty();
  private Optional<ReviewRequest> pending = Optional.empty();
  private Optional<StopReason> stop = Optional.empty();

  RunState(Setup setup, SourceTree tree, SourceTree anchor, Ledger ledger, StageRunner runner) {
    this.tree = tree;
    this.anchor = anchor;
    this.ledger = ledger;
    this.seeds = new Seeds(setup.seed());
    this.listeners = new Listeners(setup.listeners());
    this.journal = new RunJournal(setup.journal(), setup.clock());
    this.runner = runner;
  }

  /** Takes over the history of an earlier part of the same run. */
  void recall(List<Round> earlier) {
    earlier.forEach(this::finished);
    recallEntries(earlier.stream().flatMap(round -> round.attempts().stream()).toList());
    for (Round round : earlier) {
      refused.add(round.base());
      round.attempts().stream()
          .filter(attempt -> attempt.canary().isEmpty())
          .filter(attempt -> AttemptRun.isRemembered(attempt.outcome()))
          .forEach(attempt -> attempt.candidate().ifPresent(refused::add));
    }
    refused.remove(tree.hash());
  }

  /** An attempt that waited for its review came back as another one, with the same evidence. */
  private void recallEntries(List<Attempt> attempts) {
    Set<ContentHash> waited = new HashSet<>();
    for (Attempt attempt : attempts) {
      boolean entered = attempt.comparisons().stream().anyMatch(c -> c.split() == Split.HELD_OUT);
      if (entered && attempt.candidate().filter(waited::contains).isEmpty()) {
        entry();
        acceptedLast = attempt.stage().compareTo(Stage.CONFIRM) > 0 ? 1 : 0;
      }
      if (attempt.outcome() == Attempt.Outcome.PENDING) {
        attempt.candidate().ifPresent(waited::add);
      }
    }
  }

  Ledger ledger() {
    return ledger;
  }

  Seeds seeds() {
    return seeds;
  }

  Listeners listeners() {
    return listeners;
  }

  RunJournal journal() {
    return journal;
  }

  StageRunner runner() {
    return runner;
  }

  SourceTree tree() {
    return tree;
  }

  /** Returns the version that accuracy is held against. */
  SourceTree anchor() {
    return anchor;
  }

  /** Returns the next entry to the held-out tasks, which counts from now on. */
  Entry entry() {
    lastEntry = new Entry(lastEntry.number() + 1, lastEntry.accepted() + acceptedLast);
    acceptedLast = 0;
    return lastEntry;
  }

  void entryAccepted() {
    acceptedLast = 1;
  }

  void finished(Round round) {
    rounds.add(round);
    if (round.last().canary().isEmpty()) {
      List<Attempt> known = round.attempts().stream().map(Attempt::forBriefing).toList();
      briefed.add(new Round(round.number(), round.base(), known));
    } else if (canaries().falselyAccepted() >= Canaries.MOST_FALSE) {
      stop(StopReason.CANARIES_ACCEPTED);
    }
  }

  /** Returns what became of the canaries so far. */
  CanaryReport canaries() {
    return CanaryReport.of(rounds.stream().flatMap(round -> round.attempts().stream()).toList());
  }

  List<Round> rounds() {
    return Collections.unmodifiableList(rounds);
  }

  /** Returns the rounds as a proposer may know them. */
  List<Round> briefed() {
    return Collections.unmodifiableList(briefed);
  }

  Insight insight() {
    return insight;
  }

  boolean isObserved() {
    return observed.filter(tree.hash()::equals).isPresent();
  }

  void observed(Insight newInsight) {
    insight = newInsight;
    observed = Optional.of(tree.hash());
  }

  void keep(SourceTree newTree, List<Comparison> shown) {
    refused.add(tree.hash());
    tree = newTree;
    // Whoever was shown to solve more than the anchor is the one to be held to from now on.
    if (shown.stream().anyMatch(RunState::solvesMore)) {
      anchor = newTree;
    }
  }

  private static boolean solvesMore(Comparison comparison) {
    return comparison.split() == Split.HELD_OUT
        && comparison.missing().isEmpty()
        && comparison.candidate().solved() > comparison.anchor().solved();
  }

  /** Leaves the version in force for an earlier one. */
  void goBackTo(SourceTree earlier, SourceTree earlierAnchor) {
    refused.add(tree.hash());
    tree = earlier;
    anchor = earlierAnchor;
  }

  /** Returns how many edits were kept in this run. */
  int keptCount() {
    return (int)
        rounds.stream().flatMap(r -> r.attempts().stream()).filter(Attempt::isKept).count();
  }

  boolean isTargetClear() {
    return stop.filter(StopReason.TARGET_UNCLEAR::equals).isEmpty() && pending.isEmpty();
  }

  void remember(Candidate candidate) {
    refused.add(candidate.hash());
  }

  /** Returns whether there is room for a refused edit in the history; counts it. */
  boolean hasRoomFor(ChangeSet changes) {
    long bytes = changes.newBytes();
    boolean fits = bytesKept + bytes <= MOST_BYTES_KEPT;
    bytesKept += fits ? bytes : 0;
    return fits;
  }

  boolean isRemembered(Candidate candidate) {
    return refused.contains(candidate.hash());
  }

  void pending(ReviewRequest request) {
    pending = Optional.of(request);
    stop(StopReason.REVIEW_PENDING);
  }

  Optional<ReviewRequest> pending() {
    return pending;
  }

  /** Ends the run after this attempt; the first reason given stays. */
  void stop(StopReason reason) {
    if (stop.isEmpty()) {
      stop = Optional.of(reason);
    }
  }

  Optional<StopReason> stop() {
    return stop;
  }
}
