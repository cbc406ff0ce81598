package dev.ratchet.measure;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evidence;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.util.Objects;

/**
 * A rule with a declared error over a whole run: the two-stage duet gate. Users create it.
 *
 * <p>Accuracy comes first: no task that the anchor or the version in force solves may be lost. Then
 * the primary metric has to be won, on validation tasks to a low bound, and again, from nothing, on
 * held-out tasks that were drawn after the candidate was frozen, to the bound of the run's entry.
 * So the error of the run does not depend on what happened before, on the proposer or on the number
 * of rounds.
 *
 * <ul>
 *   <li>A repair (more tasks solved, or claimed to be): as many sign bets as tasks that only the
 *       candidate solves; it may take 5 percent more steps on the tasks that both solve.
 *   <li>Steps: one observation per task whose steps changed, since a task that the edit does not
 *       touch says nothing. The claim is about the typical task that it touches. On held-out tasks,
 *       forks must show as well that CPU time is not lost. Where calls to uncounted code rise,
 *       steps prove nothing, and CPU time has to be won.
 *   <li>CPU time: one observation per fork. Wall time and allocation must not be lost.
 *   <li>Where answers depend on chance, {@link GatePlan#withChance} puts a bound on the loss of
 *       accuracy in place of "no task is lost".
 * </ul>
 *
 * <p>Its findings name sums only, never a task, because they go back to the proposer. Immutable.
 */
public final class DuetGate implements AcceptanceRule {
  private final GatePlan plan;

  private DuetGate(GatePlan plan) {
    this.plan = Objects.requireNonNull(plan, "plan");
  }

  /** Returns the gate of a plan. */
  public static DuetGate of(GatePlan plan) {
    return new DuetGate(plan);
  }

  /** Returns the gate of the {@link GatePlan#standard() recommended} plan. */
  public static DuetGate standard() {
    return of(GatePlan.standard());
  }

  @Override
  public Verdict decide(Comparison comparison) {
    return judge(comparison).verdict();
  }

  @Override
  public Evidence wanted(Comparison soFar) {
    return judge(soFar).wanted();
  }

  /** A lost task is final; so is all else that neither more tasks nor forks could mend. */
  @Override
  public boolean refuses(Comparison soFar) {
    if (soFar.isPartial()) {
      return loses(Sides.of(soFar));
    }
    Ruling ruling = judge(soFar);
    return ruling.verdict().kind() == Verdict.Kind.REJECTED && ruling.wanted() == Evidence.NONE;
  }

  private Ruling judge(Comparison comparison) {
    Sides sides = Sides.of(comparison);
    if (sides.isEmpty()) {
      return Ruling.undecided("gain.tasks", "Nothing was measured, because there are no tasks");
    }
    if (loses(sides)) {
      return Ruling.refused(lostTasks(sides));
    }
    double level = plan.levels().level(comparison.entry());
    if (comparison.split() == Split.HELD_OUT && !(level > 0)) {
      return Ruling.undecided(
          "gate.entries",
          "The run has used up its "
              + (comparison.entry().number() - 1)
              + " entries, so its error can't be kept; a person may begin another run");
    }
    double bound = comparison.split() == Split.HELD_OUT ? 1 / level : plan.firstBound();
    return new GateCase(plan, comparison, sides, bound).rule();
  }

  private boolean loses(Sides sides) {
    return sides.lost() > 0 && plan.margins().loss().isEmpty();
  }

  private static Finding lostTasks(Sides sides) {
    return Finding.hard(
            "gain.no-task-lost",
            sides.lost()
                + " of "
                + sides.solvedBefore()
                + " tasks that the version in force or the anchor solves are lost")
        .because("accuracy is never traded for speed")
        .remedy("keep the answers of every task as they are");
  }

  @Override
  public String name() {
    return "two-stage duet gate";
  }
}
