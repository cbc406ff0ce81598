package dev.ratchet;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.journal.Journal;
import dev.ratchet.measure.AuditReport;
import dev.ratchet.measure.CanaryReport;
import dev.ratchet.measure.GainEstimate;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Spending;
import dev.ratchet.spi.Validator;
import dev.ratchet.verdict.Finding;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what happens in a run as journal records. */
final class RunJournal {
  private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);

  /** Longer diffs are recorded by hash alone. */
  private static final int LONGEST_DIFF = 100_000;

  private static final int MOST_PATHS = 1_000;

  private final Journal journal;
  private final Clock clock;

  RunJournal(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  void runStarted(Setup setup, SourceTree tree) throws IOException {
    Map<String, Object> body = new TreeMap<>();
    body.put("goal", setup.goal());
    body.put("seed", Long.toString(setup.seed()));
    body.put("tree", tree.hash().hex());
    body.put("proposer", setup.proposer().name());
    body.put("guardrails", setup.guardrails().stream().map(Guardrail::name).toList());
    body.put("validators", setup.validators().stream().map(Validator::name).toList());
    body.put("evaluator", setup.evaluator().name());
    body.put("isolation", isolation(setup));
    body.put("acceptance", setup.acceptance().name());
    body.put("reviewed", setup.reviewer().isPresent());
    setup.canaries().ifPresent(canaries -> body.put("canary share", canaries.share()));
    body.put("budget", budget(setup.budget()));
    append("run-started", body);
  }

  private static Map<String, String> isolation(Setup setup) {
    Map<String, String> lines = new TreeMap<>();
    setup.validators().forEach(validator -> lines.put(validator.name(), validator.isolation()));
    lines.put(setup.evaluator().name(), setup.evaluator().isolation());
    lines.values().removeIf(String::isEmpty);
    return lines;
  }

  void baselineUnusable(List<Finding> findings) {
    try {
      append(
          "baseline-unusable",
          Map.of("findings", findings.stream().map(RunJournal::finding).toList()));
    } catch (IOException e) {
      LOG.error("The journal can't be written", e);
    }
  }

  void intent(int round, int attempt, Candidate candidate) throws IOException {
    append(
        "apply-intent",
        Map.of(
            "round", round,
            "attempt", attempt,
            "base", candidate.base().hash().hex(),
            "candidate", candidate.hash().hex(),
            "changes", candidate.changes().hash().hex()));
  }

  void attempt(int round, SourceTree base, Attempt attempt) throws IOException {
    Map<String, Object> body = new TreeMap<>();
    body.put("round", round);
    body.put("attempt", attempt.number());
    body.put("base", base.hash().hex());
    body.put("author", attempt.author());
    body.put("stage", attempt.stage().name());
    body.put("outcome", attempt.outcome().name());
    body.put("findings", attempt.findings().stream().map(RunJournal::finding).toList());
    body.put("comparisons", attempt.comparisons().stream().map(RunJournal::comparison).toList());
    attempt.canary().ifPresent(kind -> body.put("canary", kind.name()));
    attempt.proposal().ifPresent(proposal -> body.put("proposal", proposal(proposal)));
    attempt.candidate().ifPresent(hash -> body.put("candidate", hash.hex()));
    attempt.changes().ifPresent(changes -> body.put("changes", changes(changes)));
    attempt
        .decision()
        .ifPresent(
            decision ->
                body.put(
                    "review",
                    Map.of(
                        "decision", decision.kind().name(),
                        "reviewer", decision.reviewer(),
                        "comment", decision.comment())));
    append("attempt", body);
  }

  void audit(SourceTree audited, SourceTree inForce, AuditReport report) throws IOException {
    Map<String, Object> body = new TreeMap<>();
    body.put("tree", audited.hash().hex());
    body.put("contradicts", report.contradicts());
    body.put("in force", inForce.hash().hex());
    body.put("lost", report.lost());
    body.put("repaired", report.repaired());
    body.put("log ratios", report.logRatios());
    body.put("summary", report.toString());
    append("audit", body);
  }

  void gain(SourceTree kept, GainEstimate gain) throws IOException {
    Map<String, Object> body = new TreeMap<>();
    body.put("round", gain.round());
    body.put("tree", kept.hash().hex());
    body.put("log ratios", gain.logRatios());
    body.put("summary", gain.toString());
    append("gain", body);
  }

  void runEnded(StopReason reason, SourceTree tree, Spending spent, CanaryReport canaries)
      throws IOException {
    Map<String, Object> body = new TreeMap<>();
    body.put("reason", reason.name());
    body.put("tree", tree.hash().hex());
    body.put("rounds", spent.rounds());
    body.put("milliseconds", spent.wallTime().toMillis());
    body.put("proposals", spent.proposals());
    body.put("evaluations", spent.evaluations());
    body.put("tokens", spent.cost().tokens());
    body.put("micros", spent.cost().micros());
    if (canaries.decided() > 0) {
      body.put("canaries", canaries.toString());
    }
    append("run-ended", body);
  }

  private void append(String type, Map<String, ?> body) throws IOException {
    journal.append(clock.instant(), type, body);
  }

  private static Map<String, Object> budget(Budget budget) {
    Map<String, Object> body = new TreeMap<>();
    body.put("rounds", budget.rounds());
    body.put("proposals", budget.proposals());
    body.put("evaluations", budget.evaluations());
    body.put("tokens", budget.cost().tokens());
    body.put("micros", budget.cost().micros());
    budget.wallTime().ifPresent(limit -> body.put("milliseconds", limit.toMillis()));
    return body;
  }

  private static Map<String, Object> proposal(Proposal proposal) {
    return Map.of(
        "rationale", proposal.rationale(),
        "origin", proposal.origin(),
        "licence", proposal.licence(),
        "tokens", proposal.cost().tokens(),
        "micros", proposal.cost().micros());
  }

  private static Map<String, Object> changes(ChangeSet changes) {
    Map<String, Object> body = new TreeMap<>();
    body.put("hash", changes.hash().hex());
    body.put(
        "paths", changes.touched().stream().limit(MOST_PATHS).map(path -> path.value()).toList());
    String diff = changes.changes().size() <= MOST_PATHS ? changes.toString() : "";
    if (!diff.isEmpty() && diff.length() <= LONGEST_DIFF) {
      body.put("diff", diff);
    }
    return body;
  }

  private static Map<String, Object> finding(Finding finding) {
    return Map.of(
        "rule", finding.rule(),
        "tier", finding.tier().name(),
        "message", finding.message(),
        "place", finding.place().toString(),
        "because", finding.because(),
        "remedy", finding.remedy());
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    String split = comparison.split().name();
    Map<String, Object> body = new TreeMap<>();
    body.put("split", split);
    comparison.missing().ifPresent(reason -> body.put("missing", reason));
    if (comparison.missing().isEmpty() || comparison.isPartial()) {
      body.put("entry", comparison.entry().number());
      body.put("baseline", measurement(comparison.baseline()));
      body.put("candidate", measurement(comparison.candidate()));
      body.put("anchor", Map.of("solved", comparison.anchor().solved()));
      body.put("forks", comparison.duets().stream().map(RunJournal::duet).toList());
    }
    return body;
  }

  private static Map<String, Object> duet(Duet duet) {
    Map<String, Object> ratios = new TreeMap<>();
    duet.logRatios().forEach((metric, ratio) -> ratios.put(metric.name(), ratio));
    return Map.of("seed", duet.seed(), "log ratios", ratios);
  }

  private static Map<String, Object> measurement(Measurement measurement) {
    Map<String, Object> totals = new LinkedHashMap<>();
    Set<Metric> metrics =
        measurement.results().isEmpty() ? Set.of() : measurement.results().get(0).values().keySet();
    for (Metric metric : metrics) {
      measurement.total(metric).ifPresent(total -> totals.put(metric.name(), total));
    }
    return Map.of(
        "tasks", measurement.results().size(),
        "solved", measurement.solved(),
        "accuracy", measurement.accuracy(),
        "totals", totals,
        "unsolved", unsolved(measurement));
  }

  private static List<String> unsolved(Measurement measurement) {
    return measurement.results().stream()
        .filter(result -> !result.isSolved())
        .map(result -> result.taskId())
        .toList();
  }
}
