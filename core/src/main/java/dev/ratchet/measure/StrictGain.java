package dev.ratchet.measure;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Claim;
import dev.ratchet.spi.Comparison;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A rule that accepts only what loses nothing and gains something exact. Users create it.
 *
 * <ul>
 *   <li>No task that the baseline solves is lost.
 *   <li>Either more tasks are solved (a repair), or steps fall on the tasks that both solve (an
 *       efficiency gain). A proposal that claims {@link Claim#ACCURACY} has to solve more, because
 *       an edit that changes what a program does may well save work by leaving a check out.
 *   <li>No family of tasks pays for it: its steps may rise by at most {@value #FAMILY_RISE_PERCENT}
 *       percent.
 *   <li>Work may not just move to where it is not counted: if calls outside the program rise by
 *       more than {@value #OUTSIDE_RISE_PERCENT} percent, CPU time must not rise by more than
 *       {@value #CPU_NOISE_PERCENT} percent, which is what it is believed to vary by itself.
 * </ul>
 *
 * <p>Its findings name sums only, never a task, because they go back to the proposer. Immutable.
 *
 * <p>It declares no error for the claim that the gain holds for other tasks. As simulated with 50
 * validation and 50 held-out tasks, it accepts no edit that leaves every count as it was; of edits
 * that gain nothing on the whole while tasks vary by 5 percent it accepts 18.4 of 100, and any run
 * of 200 such edits accepts some. {@link DuetGate} is for those who need a bound.
 */
public final class StrictGain implements AcceptanceRule {
  private static final int FAMILY_RISE_PERCENT = 5;
  private static final int OUTSIDE_RISE_PERCENT = 2;
  private static final int CPU_NOISE_PERCENT = 10;

  private final double minimumShare;
  private final boolean timeMatters;

  private StrictGain(double minimumShare, boolean timeMatters) {
    this.minimumShare = minimumShare;
    this.timeMatters = timeMatters;
  }

  /** Returns the rule for which any fall of steps is a gain. */
  public static StrictGain standard() {
    return new StrictGain(0, true);
  }

  /** Returns the rule without a look at CPU time, which tells little on a few small tasks. */
  public StrictGain withoutTime() {
    return new StrictGain(minimumShare, false);
  }

  /**
   * Returns the rule with a share of steps that a gain must save at least, of those tasks whose
   * steps changed.
   *
   * @throws IllegalArgumentException unless the share is from 0 to 1
   */
  public StrictGain withMinimumGain(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("A minimum gain is from 0 to 1, but is " + share);
    }
    return new StrictGain(share, timeMatters);
  }

  /** A lost task is final; times only ever refuse, so what is refused without them stays so. */
  @Override
  public boolean refuses(Comparison soFar) {
    return soFar.isPartial() ? lost(soFar) > 0 : !decide(soFar).isAccepted();
  }

  private static long lost(Comparison comparison) {
    Set<String> after = solved(comparison.candidate());
    return solved(comparison.baseline()).stream().filter(task -> !after.contains(task)).count();
  }

  @Override
  public Verdict decide(Comparison comparison) {
    Measurement baseline = comparison.baseline();
    Measurement candidate = comparison.candidate();
    if (baseline.results().isEmpty()) {
      return Verdict.inconclusive(
          Finding.hard("gain.tasks", "Nothing was measured, because there are no tasks"));
    }
    Set<String> before = solved(baseline);
    Set<String> after = solved(candidate);
    long lost = lost(comparison);
    if (lost > 0) {
      return Verdict.rejected(lostTasks(lost, before.size()));
    }
    before.retainAll(after);
    int repaired = after.size() - before.size();
    Measurement old = baseline.where(result -> before.contains(result.taskId()));
    Measurement now = candidate.where(result -> before.contains(result.taskId()));
    if (repaired == 0 && comparison.claim() == Claim.ACCURACY) {
      return Verdict.rejected(notAsClaimed());
    }
    return judge(repaired, old, now);
  }

  private static Finding notAsClaimed() {
    return Finding.hard("gain.as-claimed", "No task more is solved, which the proposal claims")
        .because("an edit that changes what the program does must show that it does better");
  }

  private Verdict judge(int repaired, Measurement old, Measurement now) {
    List<Finding> findings = new ArrayList<>();
    if (repaired == 0) {
      stepsThatDoNotFall(old, now, findings);
    }
    familyThatPays(old, now, findings);
    if (timeMatters) {
      movedWork(old, now, findings);
    }
    if (findings.isEmpty()) {
      return Verdict.accepted(gain(repaired, old, now));
    }
    return Verdict.of(findings);
  }

  private static Set<String> solved(Measurement measurement) {
    Set<String> ids = new HashSet<>();
    measurement.where(result -> result.isSolved()).results().forEach(r -> ids.add(r.taskId()));
    return ids;
  }

  private static Finding lostTasks(long lost, int solved) {
    return Finding.hard(
            "gain.no-task-lost",
            lost + " of " + solved + " tasks that the version in force solves are lost")
        .because("accuracy is never traded for speed")
        .remedy("keep the answers of every task as they are");
  }

  private void stepsThatDoNotFall(Measurement old, Measurement now, List<Finding> findings) {
    Set<String> changed = changedSteps(old, now);
    OptionalDouble before = old.where(r -> changed.contains(r.taskId())).total(Metric.STEPS);
    OptionalDouble after = now.where(r -> changed.contains(r.taskId())).total(Metric.STEPS);
    if (old.total(Metric.STEPS).isEmpty() || now.total(Metric.STEPS).isEmpty()) {
      findings.add(
          Finding.hard(
              "gain.measured", "No task more is solved, and steps were not measured on any"));
    } else if (changed.isEmpty() || !falls(before.orElse(0), after.orElse(0))) {
      findings.add(
          Finding.hard(
                  "gain.steps-fall", "No task more is solved, and steps " + change(before, after))
              .because("an edit must pay for the change it makes"));
    }
  }

  private boolean falls(double before, double after) {
    return after < before * (1 - minimumShare);
  }

  private static Set<String> changedSteps(Measurement old, Measurement now) {
    Map<String, Double> before = new HashMap<>();
    old.results().forEach(r -> before.put(r.taskId(), r.values().getOrDefault(Metric.STEPS, 0.0)));
    Set<String> changed = new HashSet<>();
    for (TaskResult result : now.results()) {
      double after = result.values().getOrDefault(Metric.STEPS, 0.0);
      if (!Objects.equals(before.get(result.taskId()), after)) {
        changed.add(result.taskId());
      }
    }
    return changed;
  }

  private static void familyThatPays(Measurement old, Measurement all, List<Finding> findings) {
    Map<String, Measurement> families = all.byFamily();
    for (Map.Entry<String, Measurement> family : old.byFamily().entrySet()) {
      OptionalDouble before = family.getValue().total(Metric.STEPS);
      Measurement now = families.get(family.getKey());
      OptionalDouble after = now == null ? OptionalDouble.empty() : now.total(Metric.STEPS);
      if (rises(before, after, FAMILY_RISE_PERCENT)) {
        findings.add(
            Finding.hard(
                    "gain.no-family-pays",
                    "One family of tasks takes more work: steps " + change(before, after))
                .because("a gain for some tasks may not be a loss for others"));
      }
    }
  }

  private static void movedWork(Measurement old, Measurement now, List<Finding> findings) {
    OptionalDouble callsBefore = old.total(Metric.OUTSIDE_CALLS);
    OptionalDouble callsAfter = now.total(Metric.OUTSIDE_CALLS);
    OptionalDouble timeBefore = timed(old).total(Metric.CPU_TIME);
    OptionalDouble timeAfter = timed(now).total(Metric.CPU_TIME);
    if (rises(callsBefore, callsAfter, OUTSIDE_RISE_PERCENT)
        && rises(timeBefore, timeAfter, CPU_NOISE_PERCENT)) {
      findings.add(
          Finding.hard(
                  "gain.not-moved",
                  "Calls to uncounted code "
                      + change(callsBefore, callsAfter)
                      + " and CPU time "
                      + change(timeBefore, timeAfter))
              .because("steps that move into a library are not saved"));
    }
  }

  /** Returns the results with a time; tasks that run none of the changed classes have none. */
  private static Measurement timed(Measurement measurement) {
    return measurement.where(result -> result.values().containsKey(Metric.CPU_TIME));
  }

  private static boolean rises(OptionalDouble before, OptionalDouble after, int percent) {
    return before.isPresent()
        && after.isPresent()
        && after.getAsDouble() > before.getAsDouble() * (100 + percent) / 100;
  }

  private static Finding gain(int repaired, Measurement old, Measurement now) {
    OptionalDouble before = old.total(Metric.STEPS);
    OptionalDouble after = now.total(Metric.STEPS);
    String steps = before.isPresent() && after.isPresent() ? "steps " + change(before, after) : "";
    String solved = repaired == 1 ? "1 more task solved" : repaired + " more tasks solved";
    boolean both = repaired > 0 && !steps.isEmpty();
    return Finding.note(
        "gain.shown", both ? solved + "; " + steps : steps.isEmpty() ? solved : steps);
  }

  /** Returns the change in words: "fell by 12.34 %". */
  private static String change(OptionalDouble before, OptionalDouble after) {
    double from = before.orElse(0);
    double share = from == 0 ? 0 : after.orElse(0) / from - 1;
    if (share == 0) {
      return "did not change";
    }
    String size = String.format(Locale.ROOT, "%.2f %%", Math.abs(share) * 100);
    return (share < 0 ? "fell by " : "rose by ") + size;
  }
}
