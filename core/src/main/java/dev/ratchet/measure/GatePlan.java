package dev.ratchet.measure;

import dev.ratchet.benchmarks.Metric;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How much evidence a {@link DuetGate} asks for. Users change it; immutable.
 *
 * <p>Bounds are values of an {@link EProcess}; a bound of 1280 means an error of 1/1280.
 */
public final class GatePlan {
  private static final double RUN_ERROR = 0.05;
  private static final int RUN_ENTRIES = 64;

  /** How many pieces of evidence are looked at. */
  record Caps(
      int fewest,
      int futile,
      int validationForks,
      int heldOutForks,
      int tasks,
      int estimationForks) {}

  /** What must not be lost while the primary metric is won; the loss where chance decides too. */
  record Margins(double steps, double cpu, double others, double othersBound, OptionalDouble loss) {
    Margins withLoss(double newLoss) {
      return new Margins(steps, cpu, others, othersBound, OptionalDouble.of(newLoss));
    }
  }

  private final EntryLevels levels;
  private final double firstBound;
  private final Metric primary;
  private final double minimumGain;
  private final Caps caps;
  private final Margins margins;
  private final OptionalDouble cpuBound;
  private final OptionalDouble repairBound;

  private GatePlan(
      EntryLevels levels,
      double firstBound,
      Metric primary,
      double minimumGain,
      Caps caps,
      Margins margins,
      OptionalDouble cpuBound,
      OptionalDouble repairBound) {
    this.levels = levels;
    this.firstBound = firstBound;
    this.primary = primary;
    this.minimumGain = minimumGain;
    this.caps = caps;
    this.margins = margins;
    this.cpuBound = cpuBound;
    this.repairBound = repairBound;
  }

  /**
   * Returns the recommended plan: steps are primary and CPU time must not be lost at the same
   * level; of a whole run, the probability that anything accepted is none is at most 0.05, over 64
   * entries.
   */
  public static GatePlan standard() {
    return new GatePlan(
        EntryLevels.fixed(RUN_ERROR, RUN_ENTRIES),
        10,
        Metric.STEPS,
        0,
        new Caps(5, 6, 32, 80, 3_000, 10),
        new Margins(0.02, 0.02, 0.05, 20, OptionalDouble.empty()),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** Returns this plan with other levels. */
  public GatePlan withLevels(EntryLevels newLevels) {
    return new GatePlan(
        Objects.requireNonNull(newLevels, "newLevels"),
        firstBound,
        primary,
        minimumGain,
        caps,
        margins,
        cpuBound,
        repairBound);
  }

  /** Returns this plan with CPU time as what has to be won, over forks. */
  public GatePlan withTimeFirst() {
    return new GatePlan(
        levels, firstBound, Metric.CPU_TIME, minimumGain, caps, margins, cpuBound, repairBound);
  }

  /**
   * Returns this plan with a gain that an edit has to show at least, to pay for the change it
   * makes.
   *
   * @param share from 0 to 1
   */
  public GatePlan withMinimumGain(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("A minimum gain is from 0 to 1, but is " + share);
    }
    return new GatePlan(levels, firstBound, primary, share, caps, margins, cpuBound, repairBound);
  }

  /**
   * Returns this plan with a weaker proof, and so fewer forks, that steps are not won at the cost
   * of CPU time. What is accepted so is labelled.
   *
   * @param bound more than 1
   */
  public GatePlan withCpuBound(double bound) {
    return new GatePlan(
        levels,
        firstBound,
        primary,
        minimumGain,
        caps,
        margins,
        OptionalDouble.of(aboveOne(bound)),
        repairBound);
  }

  /**
   * Returns this plan with a weaker proof of repairs of faults that few tasks show. What is
   * accepted so is labelled.
   *
   * @param bound more than 1
   */
  public GatePlan withRepairBound(double bound) {
    return new GatePlan(
        levels,
        firstBound,
        primary,
        minimumGain,
        caps,
        margins,
        cpuBound,
        OptionalDouble.of(aboveOne(bound)));
  }

  /**
   * Returns this plan for programs whose answers depend on chance, such as one that asks a language
   * model: a lost task does not refuse; it must be proved on fresh tasks, at the bounds of both
   * stages, that the mean score falls by less than a margin below the anchor's. An edit that claims
   * accuracy must prove that it rises.
   *
   * <p>With a margin of 0.02 that takes some 500 tasks where nothing is lost or won, more where
   * answers vary. The evaluator must take answers that vary, too.
   *
   * @param margin from above 0 to below 1
   */
  public GatePlan withChance(double margin) {
    if (!(margin > 0 && margin < 1)) {
      throw new IllegalArgumentException("A margin is above 0 and below 1, but is " + margin);
    }
    return new GatePlan(
        levels,
        firstBound,
        primary,
        minimumGain,
        caps,
        margins.withLoss(margin),
        cpuBound,
        repairBound);
  }

  /**
   * Returns this plan with other limits on forks per candidate, on validation and on held-out
   * tasks.
   */
  public GatePlan withForks(int onValidation, int onHeldOut) {
    Caps fewer =
        new Caps(
            caps.fewest(),
            caps.futile(),
            onValidation,
            onHeldOut,
            caps.tasks(),
            caps.estimationForks());
    return new GatePlan(
        levels, firstBound, primary, minimumGain, fewer, margins, cpuBound, repairBound);
  }

  /** Returns this plan with another limit on the tasks of a comparison. */
  public GatePlan withTasks(int most) {
    Caps other =
        new Caps(
            caps.fewest(),
            caps.futile(),
            caps.validationForks(),
            caps.heldOutForks(),
            most,
            caps.estimationForks());
    return new GatePlan(
        levels, firstBound, primary, minimumGain, other, margins, cpuBound, repairBound);
  }

  /**
   * Returns this plan with another number of forks that measure a kept edit anew; 10 by default.
   */
  public GatePlan withEstimationForks(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("An estimate takes 1 fork or more, not " + count);
    }
    Caps other =
        new Caps(
            caps.fewest(),
            caps.futile(),
            caps.validationForks(),
            caps.heldOutForks(),
            caps.tasks(),
            count);
    return new GatePlan(
        levels, firstBound, primary, minimumGain, other, margins, cpuBound, repairBound);
  }

  /** Returns how many forks measure a kept edit anew; see {@link Estimate}. */
  public int estimationForks() {
    return caps.estimationForks();
  }

  private static double aboveOne(double bound) {
    if (!(bound > 1)) {
      throw new IllegalArgumentException("A bound is more than 1, but is " + bound);
    }
    return bound;
  }

  EntryLevels levels() {
    return levels;
  }

  double firstBound() {
    return firstBound;
  }

  Metric primary() {
    return primary;
  }

  double minimumGain() {
    return minimumGain;
  }

  Caps caps() {
    return caps;
  }

  Margins margins() {
    return margins;
  }

  OptionalDouble cpuBound() {
    return cpuBound;
  }

  OptionalDouble repairBound() {
    return repairBound;
  }
}
