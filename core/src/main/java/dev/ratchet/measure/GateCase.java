package dev.ratchet.measure;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.spi.Claim;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evidence;
import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** One comparison before a {@link DuetGate}: accuracy is kept, now something has to be won. */
final class GateCase {
  private static final double FAMILY_RISE = 1.05;
  private static final double OUTSIDE_RISE = 1.02;
  private static final double REPAIR_MARGIN = 0.05;
  private static final double HOPELESS = 0.01;

  private final GatePlan plan;
  private final Comparison comparison;
  private final Sides sides;
  private final double bound;

  GateCase(GatePlan plan, Comparison comparison, Sides sides, double bound) {
    this.plan = plan;
    this.comparison = comparison;
    this.sides = sides;
    this.bound = bound;
  }

  Ruling rule() {
    return plan.margins().loss().isPresent() ? withChance() : exactly();
  }

  private Ruling exactly() {
    if (sides.repaired() > 0 || comparison.claim() == Claim.ACCURACY) {
      return repair();
    }
    if (plan.primary().equals(Metric.CPU_TIME)) {
      return rises(Metric.STEPS, 1 + plan.margins().steps()) ? moreSteps() : time();
    }
    return steps();
  }

  /** Answers depend on chance: the mean score against the anchor's is what has to be kept. */
  private Ruling withChance() {
    boolean repairs = comparison.claim() == Claim.ACCURACY;
    double margin = repairs ? 0 : plan.margins().loss().getAsDouble();
    AccuracyProcess evidence =
        AccuracyProcess.of(margin).plus(comparison.anchor(), comparison.candidate());
    String what =
        repairs
            ? "The score rises"
            : String.format(Locale.ROOT, "The score falls by less than %.3f", margin);
    if (!evidence.reaches(bound)) {
      return scoreNotYet(what, evidence);
    }
    Ruling cost =
        repairs ? overForks(Metric.CPU_TIME, -REPAIR_MARGIN, plan.margins().othersBound()) : time();
    Finding shown = shown(what, evidence.value(), true);
    return cost.isAccepted()
        ? new Ruling(cost.verdict().withNotes(List.of(shown)), Evidence.NONE)
        : cost;
  }

  /** One in a hundred of the start is as sure a sign as a hundredfold is of the opposite. */
  private Ruling scoreNotYet(String what, AccuracyProcess evidence) {
    if (evidence.value() <= HOPELESS) {
      return Ruling.refused(
          Finding.hard(
                  "gain.score-kept",
                  "After " + evidence.count() + " tasks nothing shows that: " + what)
              .because("accuracy is never traded for speed"));
    }
    int left = plan.caps().tasks() - evidence.count();
    boolean canReach = left > 0 && evidence.ifWon(left).reaches(bound);
    return Ruling.open(
        "gate.evidence",
        notYet("tasks", what, evidence.count(), evidence.value(), bound),
        canReach ? Evidence.TASKS : Evidence.NONE);
  }

  private Ruling repair() {
    double asked = plan.repairBound().orElse(bound);
    if (comparison.split() != Split.HELD_OUT) {
      asked = Math.min(asked, plan.firstBound());
    }
    EProcess wins = EProcess.of(0).ifWon(sides.repaired());
    if (!wins.reaches(asked)) {
      return notYet("repairs", sides.repaired() + " more tasks solved", wins, asked, moreTasks());
    }
    if (rises(Metric.STEPS, 1 + REPAIR_MARGIN)) {
      return Ruling.refused(
          Finding.hard(
                  "gate.repair-cost",
                  "The tasks that both solve take more steps: " + change(Metric.STEPS))
              .because("a repair may cost 5 percent of the work elsewhere, not more"));
    }
    return Ruling.accepted(shown(sides.repaired() + " more tasks solved", wins));
  }

  private Ruling steps() {
    if (!sides.has(Metric.STEPS)) {
      return Ruling.undecided("gain.measured", "Steps were not measured on every task");
    }
    if (rises(Metric.STEPS, 1 + plan.margins().steps())) {
      return moreSteps();
    }
    OptionalDouble worst = sides.worstFamily(Metric.STEPS);
    if (worst.orElse(1) > FAMILY_RISE) {
      return Ruling.refused(
          Finding.hard(
                  "gain.no-family-pays",
                  "One family of tasks takes more work: steps " + change(worst.getAsDouble()))
              .because("a gain for some tasks may not be a loss for others"));
    }
    if (sides.ratio(Metric.OUTSIDE_CALLS).orElse(1) > OUTSIDE_RISE) {
      return time();
    }
    return stepsWon();
  }

  private Ruling stepsWon() {
    List<Double> changes = sides.changes(Metric.STEPS);
    EProcess evidence = EProcess.of(plan.minimumGain()).plus(changes);
    if (changes.isEmpty()) {
      return Ruling.refused(
          Finding.hard("gain.steps-fall", "No task takes another number of steps")
              .because("an edit must pay for the change it makes"));
    }
    if (!evidence.reaches(bound)) {
      boolean futile = evidence.count() >= plan.caps().futile() && evidence.cappedSum() <= 0;
      return futile
          ? Ruling.refused(
              Finding.hard("gain.steps-fall", "Steps " + change(Metric.STEPS))
                  .because("an edit must pay for the change it makes"))
          : notYet("steps", "Steps " + change(Metric.STEPS), evidence, bound, moreTasks());
    }
    Finding won = shown("Steps " + change(Metric.STEPS) + certified(changes), evidence);
    return comparison.split() == Split.HELD_OUT ? honest(won) : Ruling.accepted(won);
  }

  /** Steps are a model of work; CPU time says whether the model holds. */
  private Ruling honest(Finding won) {
    double asked = plan.cpuBound().orElse(bound);
    Ruling cpu = overForks(Metric.CPU_TIME, -plan.margins().cpu(), asked);
    return cpu.isAccepted()
        ? new Ruling(cpu.verdict().withNotes(List.of(won)), Evidence.NONE)
        : cpu;
  }

  private Ruling time() {
    Ruling cpu = overForks(Metric.CPU_TIME, plan.minimumGain(), bound);
    if (!cpu.isAccepted() || comparison.split() != Split.HELD_OUT) {
      return cpu;
    }
    for (Metric other : others()) {
      Ruling kept = overForks(other, -plan.margins().others(), plan.margins().othersBound());
      if (!kept.isAccepted()) {
        return kept;
      }
    }
    return cpu;
  }

  /**
   * A program in another language has no allocation that a host could see; its wall time it has.
   */
  private List<Metric> others() {
    boolean allocates =
        comparison.duets().stream().anyMatch(d -> d.logRatio(Metric.ALLOCATION).isPresent());
    return allocates ? List.of(Metric.WALL_TIME, Metric.ALLOCATION) : List.of(Metric.WALL_TIME);
  }

  private Ruling overForks(Metric metric, double gain, double asked) {
    List<Double> ratios =
        comparison.duets().stream()
            .map(duet -> duet.logRatio(metric))
            .flatMapToDouble(OptionalDouble::stream)
            .boxed()
            .toList();
    if (ratios.size() < comparison.duets().size()) {
      return Ruling.undecided("gate.forks", "A fork did not measure " + metric.name());
    }
    EProcess evidence = EProcess.of(gain).plus(ratios);
    int most =
        comparison.split() == Split.HELD_OUT
            ? plan.caps().heldOutForks()
            : plan.caps().validationForks();
    String what = gain < 0 ? metric.name() + " is not lost" : metric.name() + " falls";
    if (evidence.count() >= plan.caps().fewest() && evidence.reaches(asked)) {
      return Ruling.accepted(shown(gain < 0 ? what : what + certified(ratios), evidence));
    }
    if (evidence.count() >= plan.caps().futile() && evidence.cappedSum() <= 0) {
      return Ruling.refused(
          Finding.hard(
                  "gate.not-shown",
                  "After " + evidence.count() + " forks nothing shows that " + what)
              .because("an edit is kept by what is proved, not by what may be"));
    }
    int left = most - evidence.count();
    boolean canReach = left > 0 && evidence.ifWon(left).reaches(asked);
    return notYet("forks", what, evidence, asked, canReach ? Evidence.FORKS : Evidence.NONE);
  }

  private Evidence moreTasks() {
    return sides.tasks() < plan.caps().tasks() ? Evidence.TASKS : Evidence.NONE;
  }

  private static Ruling notYet(
      String of, String what, EProcess evidence, double asked, Evidence wanted) {
    String message = notYet(of, what, evidence.count(), evidence.value(), asked);
    return Ruling.open("gate.evidence", message, wanted);
  }

  private static String notYet(String of, String what, int count, double value, double asked) {
    return String.format(
        Locale.ROOT,
        "%s, but the evidence of %d %s is %.1f; it takes %.0f",
        what,
        count,
        of,
        value,
        asked);
  }

  /** The typical gain that is proved to the bound itself; what is estimated lies above it. */
  private String certified(List<Double> logRatios) {
    double least = EProcess.certifiedGain(logRatios, bound);
    return least > 0 ? String.format(Locale.ROOT, ", by %.2f %% for certain", 100 * least) : "";
  }

  /** What the plan lets pass below the bound of the run is called what it is. */
  private Finding shown(String what, EProcess evidence) {
    return shown(what, evidence.value(), evidence.reaches(bound));
  }

  private Finding shown(String what, double value, boolean fully) {
    return Finding.note(
        "gain.shown",
        String.format(
            Locale.ROOT,
            "%s; evidence %.0f of %.0f%s",
            what,
            value,
            bound,
            fully ? "" : ", a weaker level than that of the run"));
  }

  private Ruling moreSteps() {
    return Ruling.refused(
        Finding.hard("gain.steps-fall", "Steps " + change(Metric.STEPS))
            .because("an edit must pay for the change it makes"));
  }

  private boolean rises(Metric metric, double most) {
    return sides.ratio(metric).orElse(1) > most;
  }

  private String change(Metric metric) {
    return change(sides.ratio(metric).orElse(1));
  }

  private static String change(double ratio) {
    if (ratio == 1) {
      return "did not change";
    }
    String size = String.format(Locale.ROOT, "%.2f %%", Math.abs(ratio - 1) * 100);
    return (ratio < 1 ? "fell by " : "rose by ") + size;
  }
}
