package dev.ratchet.guardrails;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One edit as data: what has to become of it, and what it does.
 *
 * <p>It has to {@code pass}, to be {@code escalated} and no more, to be stopped by a rule, or to be
 * {@code rejected} by whatever rule; an open one is known to go wrong as yet.
 */
record CorpusEdit(String name, Map<String, String> facts, List<Supplier<Change>> changes) {

  /** What became of an edit: the rules that stopped it, or none. */
  record Outcome(Verdict.Kind kind, List<String> rules) {
    boolean passes() {
      return kind == Verdict.Kind.ACCEPTED && rules.isEmpty();
    }

    boolean isEscalated() {
      return kind == Verdict.Kind.ESCALATED;
    }
  }

  String expect() {
    return Optional.ofNullable(facts.get("expect"))
        .orElseThrow(() -> new IllegalStateException(name + " expects nothing"));
  }

  Optional<String> open() {
    return Optional.ofNullable(facts.get("open"));
  }

  Optional<String> twin() {
    return Optional.ofNullable(facts.get("twin"));
  }

  boolean isHonest() {
    return expect().equals("pass") || isForAPerson();
  }

  /** Honest, but of a kind that a person has to allow. */
  boolean isForAPerson() {
    return expect().equals("escalated");
  }

  String category() {
    String rule = expect();
    int dot = rule.indexOf('.');
    return facts.getOrDefault(
        "category", isHonest() ? "plain" : dot < 0 ? rule : rule.substring(0, dot));
  }

  /** An edit whose paths or changes can't even be named is stopped before the guard. */
  Outcome judge(SourceTree base, Function<Candidate, Verdict> guardrail) {
    Candidate candidate;
    try {
      List<Change> made = new ArrayList<>();
      changes.forEach(change -> made.add(change.get()));
      candidate = Corpus.candidate(base, ChangeSet.of(made));
    } catch (IllegalArgumentException e) {
      return new Outcome(Verdict.Kind.REJECTED, List.of("edit.refused"));
    }
    Verdict verdict = guardrail.apply(candidate);
    List<String> rules =
        verdict.findings().stream()
            .filter(finding -> finding.tier() != Tier.NOTE)
            .map(Finding::rule)
            .distinct()
            .toList();
    return new Outcome(verdict.kind(), rules);
  }

  boolean isRight(Outcome outcome) {
    return switch (expect()) {
      case "pass" -> outcome.passes();
      case "escalated" -> outcome.isEscalated();
      case "rejected" -> !outcome.passes();
      default -> !outcome.passes() && outcome.rules().contains(expect());
    };
  }
}
