package dev.ratchet.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a check decided, with its findings. Checks create it, the loop obeys it.
 *
 * @param kind the decision
 * @param findings everything found in one pass, in the order found
 */
public record Verdict(Kind kind, List<Finding> findings) {

  /** The decision of a check, from mildest to strictest. */
  public enum Kind {
    /** The edit passes this check. */
    ACCEPTED,
    /** The edit needs a named person's leave before anything of it runs. */
    ESCALATED,
    /** The check could not decide; this never counts as a pass. */
    INCONCLUSIVE,
    /** The edit is refused. */
    REJECTED
  }

  /**
   * Returns a verdict.
   *
   * @throws IllegalArgumentException if an edit passes in spite of a finding against it, or is
   *     turned away without any finding
   */
  public Verdict {
    Objects.requireNonNull(kind, "kind");
    findings = List.copyOf(findings);
    boolean notesOnly = findings.stream().allMatch(finding -> finding.tier() == Tier.NOTE);
    if (kind == Kind.ACCEPTED && !notesOnly) {
      throw new IllegalArgumentException("An accepted edit has a finding against it: " + findings);
    }
    if (kind != Kind.ACCEPTED && findings.isEmpty()) {
      throw new IllegalArgumentException(kind + " needs a finding that says why");
    }
  }

  /** Returns a pass, with notes if there are any. */
  public static Verdict accepted(Finding... notes) {
    return new Verdict(Kind.ACCEPTED, List.of(notes));
  }

  /** Returns a refusal. */
  public static Verdict rejected(Finding... findings) {
    return new Verdict(Kind.REJECTED, List.of(findings));
  }

  /** Returns the verdict of a check that could not decide. */
  public static Verdict inconclusive(Finding... findings) {
    return new Verdict(Kind.INCONCLUSIVE, List.of(findings));
  }

  /** Returns the verdict that findings add up to by their strictest tier. */
  public static Verdict of(Collection<Finding> findings) {
    Kind kind = Kind.ACCEPTED;
    for (Finding finding : findings) {
      kind = stricter(kind, kindOf(finding.tier()));
    }
    return new Verdict(kind, List.copyOf(findings));
  }

  /** Returns the strictest of several verdicts, with the findings of all. */
  public static Verdict all(Collection<Verdict> verdicts) {
    Kind kind = verdicts.stream().map(Verdict::kind).reduce(Kind.ACCEPTED, Verdict::stricter);
    return new Verdict(kind, verdicts.stream().flatMap(v -> v.findings().stream()).toList());
  }

  /** Returns whether the edit passes. */
  public boolean isAccepted() {
    return kind == Kind.ACCEPTED;
  }

  /** Returns this verdict with further findings that do not change the decision. */
  public Verdict withNotes(Collection<Finding> notes) {
    return new Verdict(kind, Stream.concat(findings.stream(), notes.stream()).toList());
  }

  private static Kind kindOf(Tier tier) {
    return switch (tier) {
      case HARD -> Kind.REJECTED;
      case ESCALATE -> Kind.ESCALATED;
      case NOTE -> Kind.ACCEPTED;
    };
  }

  private static Kind stricter(Kind one, Kind other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
