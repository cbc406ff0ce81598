package dev.ratchet.spi;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One proposal and what became of it. The loop creates it; every exit of a round is one.
 *
 * <p>Immutable; built with {@link Builder}.
 */
public final class Attempt {
  /** How an attempt ended. */
  public enum Outcome {
    /** The edit was applied and kept. */
    KEPT,
    /** A canary passed the whole gate; it is never kept. */
    CONFIRMED,
    /** A check or a person said no. */
    REJECTED,
    /** A check could not decide, or a value was missing. */
    INCONCLUSIVE,
    /** The same tree was refused before. */
    REPEATED,
    /** The proposer had nothing to propose. */
    NOTHING,
    /** A stage threw. */
    FAILED,
    /** A stage passed its deadline. */
    TIMED_OUT,
    /** It was good so far, but another proposal of its round came first; it may come again. */
    SUPERSEDED,
    /** It is being examined; only a proposer that is asked meanwhile is told so. */
    OPEN,
    /** A person has still to decide. */
    PENDING,
    /** The run was cancelled. */
    CANCELLED
  }

  private final int number;
  private final Stage stage;
  private final Outcome outcome;
  private final String author;
  private final Optional<Proposal> proposal;
  private final Optional<ChangeSet> changes;
  private final Optional<ContentHash> candidate;
  private final List<Finding> findings;
  private final List<Finding> heldOut;
  private final List<Comparison> comparisons;
  private final Optional<Decision> decision;
  private final Optional<Canary> canary;

  private Attempt(Builder builder, Stage stage, Outcome outcome) {
    this.number = builder.number;
    this.stage = Objects.requireNonNull(stage, "stage");
    this.outcome = Objects.requireNonNull(outcome, "outcome");
    this.author = builder.author;
    this.proposal = builder.proposal;
    this.changes = builder.changes;
    this.candidate = builder.candidate;
    this.findings = List.copyOf(builder.findings);
    this.heldOut = List.copyOf(builder.heldOut);
    this.comparisons = List.copyOf(builder.comparisons);
    this.decision = builder.decision;
    this.canary = builder.canary;
  }

  /** Returns a builder of the attempt with this number in its round, counted from 1. */
  public static Builder builder(int number, String author) {
    return new Builder(number, author);
  }

  /** Returns its number within the round, from 1. */
  public int number() {
    return number;
  }

  /** Returns the stage in which it ended. */
  public Stage stage() {
    return stage;
  }

  /** Returns how it ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns whether the edit was kept. */
  public boolean isKept() {
    return outcome == Outcome.KEPT;
  }

  /** Returns the name of the proposer. */
  public String author() {
    return author;
  }

  /** Returns what was said of the edit, without the edit itself; empty if the proposer failed. */
  public Optional<Proposal> proposal() {
    return proposal;
  }

  /** Returns the changes; empty when they did not apply, or were refused and too big to keep. */
  public Optional<ChangeSet> changes() {
    return changes;
  }

  /** Returns the hash of the resulting tree; empty when the proposal did not apply. */
  public Optional<ContentHash> candidate() {
    return candidate;
  }

  /** Returns all findings, in the order found. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns what was measured, in the order measured. */
  public List<Comparison> comparisons() {
    return comparisons;
  }

  /** Returns the reviewer's decision; empty when nobody was asked. */
  public Optional<Decision> decision() {
    return decision;
  }

  /** Returns what is known of the edit beforehand; empty for those that somebody proposed. */
  public Optional<Canary> canary() {
    return canary;
  }

  /**
   * Returns this attempt as a proposer may know it: with measurements on tuning tasks alone, and of
   * held-out tasks only whether they confirmed.
   */
  public Attempt forBriefing() {
    Builder known = new Builder(number, author);
    known.proposal = proposal;
    known.changes = changes;
    known.candidate = candidate;
    known.decision = decision;
    comparisons.stream()
        .filter(comparison -> comparison.split() == Split.TUNING)
        .forEach(known.comparisons::add);
    findings.stream().filter(finding -> !heldOut.contains(finding)).forEach(known.findings::add);
    if (stage == Stage.CONFIRM) {
      known.findings.add(
          Finding.hard("confirm.held-out", "Held-out tasks did not confirm the gain"));
    }
    return known.end(stage, outcome);
  }

  @Override
  public String toString() {
    return "attempt " + number + " by " + author + ": " + outcome + " in " + stage;
  }

  /** A builder that gathers what is known as an attempt goes on. Not safe for several threads. */
  public static final class Builder {
    private static final int MOST_FINDINGS = 200;

    private final int number;
    private String author;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> heldOut = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private Optional<Proposal> proposal = Optional.empty();
    private Optional<ChangeSet> changes = Optional.empty();
    private Optional<ContentHash> candidate = Optional.empty();
    private Optional<Decision> decision = Optional.empty();
    private Optional<Canary> canary = Optional.empty();

    private Builder(int number, String author) {
      this.number = number;
      this.author = Objects.requireNonNull(author, "author");
    }

    /** Names the proposer, where it is not the one that was asked. */
    public Builder author(String newAuthor) {
      author = Objects.requireNonNull(newAuthor, "author");
      return this;
    }

    /** Returns the name of the proposer. */
    public String author() {
      return author;
    }

    /** Adds what was proposed. */
    public Builder proposal(Proposal newProposal) {
      proposal = Optional.of(newProposal.withoutEdit());
      return this;
    }

    /** Adds the candidate. */
    public Builder candidate(Candidate newCandidate) {
      changes = Optional.of(newCandidate.changes());
      candidate = Optional.of(newCandidate.hash());
      return this;
    }

    /** Leaves out the changes, so that they need not be kept; the hash of the result stays. */
    public Builder withoutChanges() {
      changes = Optional.empty();
      return this;
    }

    /** Adds findings; of a flood the first {@value #MOST_FINDINGS}, and how many more there are. */
    public Builder findings(List<Finding> more) {
      more.stream().limit(MOST_FINDINGS).forEach(findings::add);
      if (more.size() > MOST_FINDINGS) {
        String rest = (more.size() - MOST_FINDINGS) + " more findings are left out";
        findings.add(Finding.note("findings.flood", rest).remedy("propose less at a time"));
      }
      return this;
    }

    /** Adds findings that tell of held-out tasks, which no proposer may learn. */
    public Builder heldOutFindings(List<Finding> more) {
      heldOut.addAll(more);
      return findings(more);
    }

    /** Adds a measurement. */
    public Builder comparison(Comparison comparison) {
      comparisons.add(comparison);
      return this;
    }

    /** Adds a reviewer's decision. */
    public Builder decision(Decision newDecision) {
      decision = Optional.of(newDecision);
      return this;
    }

    /** Marks it as a canary. */
    public Builder canary(Canary kind) {
      canary = Optional.of(kind);
      return this;
    }

    /** Returns whether it is marked as a canary. */
    public boolean isCanary() {
      return canary.isPresent();
    }

    /** Returns the findings gathered so far. */
    public List<Finding> findings() {
      return List.copyOf(findings);
    }

    /** Returns the measurements gathered so far. */
    public List<Comparison> comparisons() {
      return List.copyOf(comparisons);
    }

    /** Returns the attempt as it stands, with nothing of what was found or measured. */
    public Attempt endedAs(Stage stage, Outcome outcome) {
      Builder bare = new Builder(number, author);
      bare.proposal = proposal;
      bare.changes = changes;
      bare.candidate = candidate;
      return bare.end(stage, outcome);
    }

    /** Returns the attempt, ended in this stage with this outcome. */
    public Attempt end(Stage stage, Outcome outcome) {
      return new Attempt(this, stage, outcome);
    }
  }
}
