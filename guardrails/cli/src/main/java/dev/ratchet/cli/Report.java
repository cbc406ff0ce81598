package dev.ratchet.cli;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import dev.ratchet.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a check has to say.
 *
 * @param verdict the decision and everything found
 * @param policy what it was judged by
 * @param before the hash of the program before the edit
 * @param after the hash of the program after it, as far as the edit applied
 * @param touched the paths that were judged
 */
record Report(
    Verdict verdict, Policy policy, ContentHash before, ContentHash after, List<String> touched) {
  private static final Set<String> NOT_ANALYSED =
      Set.of("kinds.not-analysed", EditRule.NOT_LOOKED_AT.id());

  int exitCode() {
    return ExitCode.of(verdict.kind());
  }

  /** Returns the decision as one word of the report. */
  String decision() {
    return switch (exitCode()) {
      case ExitCode.ALLOWED -> "allowed";
      case ExitCode.NEEDS_A_PERSON -> "needs-a-person";
      default -> "rejected";
    };
  }

  static String word(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  /** Returns everything found, the strictest first, else in the order found. */
  List<Finding> findings() {
    return verdict.findings().stream().sorted(Comparator.comparing(Finding::tier)).toList();
  }

  /** Returns what the verdict says nothing about, though the edit may touch it. */
  List<Finding> notAnalysed() {
    return findings().stream().filter(finding -> NOT_ANALYSED.contains(finding.rule())).toList();
  }

  /** Returns what could not be decided, and so counts against the edit. */
  List<Finding> unknowns() {
    return findings().stream().filter(Report::isUnknown).toList();
  }

  private static boolean isUnknown(Finding finding) {
    return finding.rule().endsWith(".undecided")
        || finding.rule().startsWith("guard.")
        || finding.rule().equals(EditRule.READABLE.id());
  }

  long count(Tier tier) {
    return verdict.findings().stream().filter(finding -> finding.tier() == tier).count();
  }
}
