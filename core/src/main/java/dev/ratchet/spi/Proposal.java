package dev.ratchet.spi;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.PatchProblem;
import dev.ratchet.edit.PatchResult;
import dev.ratchet.edit.SourceTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An edit that a proposer suggests, not yet trusted in anything. Proposers create it.
 *
 * <p>Immutable; the {@code with} methods return copies. Author, rationale, origin and licence are
 * cut after 10,000 characters each, so that a flood of words costs nobody anything.
 */
public final class Proposal {
  /** What is proposed. */
  private sealed interface Content {
    record Edit(ChangeSet changes) implements Content {}

    record Text(PatchFormat format, String patch) implements Content {}

    record Nothing(String reason) implements Content {}

    /** What is no longer there, or never was worth keeping. */
    record Gone(String reason) implements Content {}
  }

  private static final int LONGEST_NOTE = 10_000;

  private final Content content;
  private final String author;
  private final String rationale;
  private final String origin;
  private final String licence;
  private final Cost cost;
  private final Claim claim;

  private Proposal(
      Content content,
      String author,
      String rationale,
      String origin,
      String licence,
      Cost cost,
      Claim claim) {
    this.content = content;
    this.author = cut(author, "author");
    this.rationale = cut(rationale, "rationale");
    this.origin = cut(origin, "origin");
    this.licence = cut(licence, "licence");
    this.cost = Objects.requireNonNull(cost, "cost");
    this.claim = Objects.requireNonNull(claim, "claim");
  }

  private static String cut(String note, String name) {
    return Objects.requireNonNull(note, name).length() <= LONGEST_NOTE
        ? note
        : note.substring(0, LONGEST_NOTE) + "...";
  }

  private static Proposal of(Content content, String rationale) {
    return new Proposal(content, "", rationale, "", "", Cost.NONE, Claim.ANY);
  }

  /** Returns a proposal of ready changes. */
  public static Proposal of(ChangeSet changes, String rationale) {
    return of(new Content.Edit(Objects.requireNonNull(changes, "changes")), rationale);
  }

  /**
   * Returns a proposal that the loop has to read as a patch.
   *
   * <p>A patch of more than 4 MiB is not kept; the proposal is then one that is refused.
   */
  public static Proposal of(PatchFormat format, String patch, String rationale) {
    Objects.requireNonNull(format, "format");
    return of(
        PatchFormat.isTooLong(Objects.requireNonNull(patch, "patch"))
            ? new Content.Gone(
                "The patch has " + patch.length() + " characters, which is too long; propose less")
            : new Content.Text(format, patch),
        rationale);
  }

  /** Returns word that there is nothing to propose in this round, and why. */
  public static Proposal nothing(String reason) {
    return of(new Content.Nothing(cut(reason, "reason")), reason);
  }

  /**
   * Returns this proposal in the name of one proposer among several.
   *
   * <p>For proposers that ask others; a blank author stands for the proposer that was asked.
   */
  public Proposal withAuthor(String newAuthor) {
    return new Proposal(content, newAuthor, rationale, origin, licence, cost, claim);
  }

  /** Returns this proposal as a history keeps it: all that is said of the edit, not the edit. */
  Proposal withoutEdit() {
    return content instanceof Content.Nothing
        ? this
        : new Proposal(
            new Content.Gone("The edit of a proposal is not kept once it was judged"),
            author,
            rationale,
            origin,
            licence,
            cost,
            claim);
  }

  /** Returns this proposal with where it comes from, such as a model or an operator's name. */
  public Proposal withOrigin(String newOrigin) {
    return new Proposal(content, author, rationale, newOrigin, licence, cost, claim);
  }

  /** Returns this proposal with a note on the licence of its content. */
  public Proposal withLicence(String newLicence) {
    return new Proposal(content, author, rationale, origin, newLicence, cost, claim);
  }

  /** Returns this proposal with what it is to be held to. */
  public Proposal withClaim(Claim newClaim) {
    return new Proposal(content, author, rationale, origin, licence, cost, newClaim);
  }

  /** Returns this proposal with what it cost. */
  public Proposal withCost(Cost newCost) {
    return new Proposal(content, author, rationale, origin, licence, newCost, claim);
  }

  /** Returns why nothing is proposed; empty when something is. */
  public Optional<String> reasonForNothing() {
    return content instanceof Content.Nothing nothing
        ? Optional.of(nothing.reason())
        : Optional.empty();
  }

  /**
   * Returns the changes against a base, or why they do not apply.
   *
   * @throws IllegalStateException if nothing is proposed
   */
  public PatchResult resolve(SourceTree base) {
    if (content instanceof Content.Edit edit) {
      return new PatchResult.Resolved(edit.changes());
    }
    if (content instanceof Content.Gone gone) {
      PatchProblem problem = new PatchProblem("", 0, 0, gone.reason(), "");
      return new PatchResult.Refused(List.of(problem));
    }
    if (content instanceof Content.Text text) {
      return text.format().read(text.patch(), base);
    }
    throw new IllegalStateException("Nothing is proposed: " + rationale);
  }

  /** Returns the name of its proposer; empty when it is the one that was asked. */
  public String author() {
    return author;
  }

  /** Returns why the proposer suggests it; hostile text. */
  public String rationale() {
    return rationale;
  }

  /** Returns where it comes from; empty when not said. */
  public String origin() {
    return origin;
  }

  /** Returns the licence note; empty when not said. */
  public String licence() {
    return licence;
  }

  /** Returns what it says it is good for. */
  public Claim claim() {
    return claim;
  }

  /** Returns what it cost. */
  public Cost cost() {
    return cost;
  }
}
