package dev.ratchet.report;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.measure.CanaryReport;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Stage;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Tables in plain text about what a run did and what it gained. Users call it. */
public final class TextReport {
  private TextReport() {}

  /** Returns how the gate dealt with edits whose effect was known. */
  public static String canaries(List<Attempt> attempts) {
    return "  " + CanaryReport.of(attempts) + "\n";
  }

  private static List<Attempt> proposed(List<Attempt> attempts) {
    return attempts.stream().filter(attempt -> attempt.canary().isEmpty()).toList();
  }

  /**
   * Returns a comparison by task family: solved tasks, steps and CPU time, before and after.
   *
   * <p>Steps and time are sums over the tasks that both versions solve, so that a task that is
   * solved only now does not count as more work.
   *
   * @throws IllegalStateException if the comparison is missing
   */
  public static String families(Comparison comparison) {
    Measurement before = comparison.baseline();
    Measurement after = comparison.candidate();
    TextTable table =
        new TextTable(
            "family", "tasks", "solved", "now", "steps", "now", "change", "CPU ms", "now");
    Map<String, Measurement> families = after.byFamily();
    before
        .byFamily()
        .forEach((name, old) -> row(table, name, old, families.getOrDefault(name, old)));
    row(table, "all", before, after);
    return table.toString();
  }

  private static void row(TextTable table, String name, Measurement before, Measurement after) {
    Set<String> both = solved(before);
    both.retainAll(solved(after));
    Measurement old = before.where(result -> both.contains(result.taskId()));
    Measurement now = after.where(result -> both.contains(result.taskId()));
    OptionalDouble stepsBefore = old.total(Metric.STEPS);
    OptionalDouble stepsAfter = now.total(Metric.STEPS);
    table.row(
        Printable.of(name, 24),
        before.results().size(),
        before.solved(),
        after.solved(),
        count(stepsBefore),
        count(stepsAfter),
        change(stepsBefore, stepsAfter),
        milliseconds(old),
        milliseconds(now));
  }

  private static Set<String> solved(Measurement measurement) {
    Set<String> ids = new LinkedHashSet<>();
    measurement.where(result -> result.isSolved()).results().forEach(r -> ids.add(r.taskId()));
    return ids;
  }

  /** Returns how many attempts ended how, and in which stage; canaries are left out. */
  public static String outcomes(List<Attempt> attempts) {
    Map<Attempt.Outcome, Map<Stage, Integer>> counts = new TreeMap<>();
    for (Attempt attempt : proposed(attempts)) {
      counts
          .computeIfAbsent(attempt.outcome(), outcome -> new TreeMap<>())
          .merge(attempt.stage(), 1, Integer::sum);
    }
    TextTable table = new TextTable("outcome", "stage", "proposals");
    counts.forEach(
        (outcome, stages) ->
            stages.forEach((stage, count) -> table.row(words(outcome), words(stage), count)));
    return table.toString();
  }

  /** Returns how many attempts the guardrails refused by which rule, and whose they were. */
  public static String guardRejections(List<Attempt> attempts) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Attempt attempt : proposed(attempts)) {
      for (String rule : rulesAgainst(attempt)) {
        counts
            .computeIfAbsent(rule, key -> new TreeMap<>())
            .merge(attempt.author(), 1, Integer::sum);
      }
    }
    TextTable table = new TextTable("rule", "author", "refused");
    counts.forEach(
        (rule, authors) ->
            authors.forEach(
                (author, count) ->
                    table.row(Printable.of(rule, 40), Printable.of(author, 30), count)));
    return table.isEmpty() ? "  no proposal was refused by a guardrail\n" : table.toString();
  }

  private static Set<String> rulesAgainst(Attempt attempt) {
    boolean unfit = attempt.stage() == Stage.GUARD || attempt.stage() == Stage.RESOLVE;
    Set<String> rules = new LinkedHashSet<>();
    if (unfit && !attempt.isKept()) {
      attempt.findings().stream()
          .filter(finding -> finding.tier() != Tier.NOTE)
          .map(Finding::rule)
          .forEach(rules::add);
    }
    return rules;
  }

  /** Returns what was kept, one line an edit. */
  public static String kept(List<Attempt> attempts) {
    List<String> lines = new ArrayList<>();
    for (Attempt attempt : attempts) {
      if (attempt.isKept()) {
        String rationale = attempt.proposal().map(p -> p.rationale()).orElse("");
        lines.add("  " + Printable.of(gain(attempt) + " -- " + rationale, 200) + "\n");
      }
    }
    return lines.isEmpty() ? "  nothing was kept\n" : String.join("", lines);
  }

  /** What an attempt gained, as it was last confirmed. */
  static String gain(Attempt attempt) {
    return attempt.findings().stream()
        .filter(finding -> finding.rule().equals("gain.shown"))
        .map(Finding::message)
        .reduce("kept", (first, last) -> last);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String count(OptionalDouble value) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%,.0f", value.getAsDouble());
  }

  /** Returns the time of the tasks that were timed. */
  private static String milliseconds(Measurement measurement) {
    OptionalDouble nanos =
        measurement
            .where(result -> result.values().containsKey(Metric.CPU_TIME))
            .total(Metric.CPU_TIME);
    return nanos.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", nanos.getAsDouble() / 1e6);
  }

  private static String change(OptionalDouble before, OptionalDouble after) {
    if (before.isEmpty() || after.isEmpty() || before.getAsDouble() == 0) {
      return "-";
    }
    return String.format(
        Locale.ROOT, "%+.1f %%", (after.getAsDouble() / before.getAsDouble() - 1) * 100);
  }
}
