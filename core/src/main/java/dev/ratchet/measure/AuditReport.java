package dev.ratchet.measure;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What an audit found. {@link Audit} makes it; users read it.
 *
 * @param lost tasks that the original solves and the current version does not
 * @param repaired tasks that only the current version solves
 * @param steps the current version's steps as a share of the original's, on the tasks that both
 *     solve; empty if they were not counted
 * @param logRatios of CPU time, current over original, one per fork
 * @param missing why nothing was found; empty if something was
 */
public record AuditReport(
    int lost, int repaired, OptionalDouble steps, List<Double> logRatios, String missing) {
  private static final double WORSE = 20;

  /** Returns a report; the list is sorted and copied. */
  public AuditReport {
    Objects.requireNonNull(steps, "steps");
    Objects.requireNonNull(missing, "missing");
    logRatios = logRatios.stream().sorted().toList();
  }

  /** Returns the report of an audit that could not be made, with the reason. */
  public static AuditReport missing(String reason) {
    return new AuditReport(0, 0, OptionalDouble.empty(), List.of(), reason);
  }

  /**
   * Returns whether it contradicts what the rounds have claimed: a task is lost, or the current
   * version is proved to take more CPU time than the original, with an error of 1 in 20.
   */
  public boolean contradicts() {
    List<Double> turned = logRatios.stream().map(ratio -> -ratio).toList();
    return lost > 0 || EProcess.of(0).plus(turned).reaches(WORSE);
  }

  /** Returns the share of CPU time that the current version saves in the typical fork. */
  public OptionalDouble gain() {
    return new ForkGain(logRatios).median();
  }

  /**
   * Returns the least gain that agrees with the forks: the end of an interval for the median by
   * signs, which needs no shape of the noise.
   *
   * @return empty where there are fewer than 6 forks; else with a confidence of at least 95 percent
   */
  public OptionalDouble leastGain() {
    return new ForkGain(logRatios).least();
  }

  /** Returns the largest gain that agrees with the forks, as {@link #leastGain}. */
  public OptionalDouble mostGain() {
    return new ForkGain(logRatios).most();
  }

  @Override
  public String toString() {
    if (!missing.isEmpty()) {
      return "The audit found nothing: " + missing;
    }
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Against the original, on tasks of the vault: %d tasks lost, %d more solved",
            lost,
            repaired));
    steps.ifPresent(
        share -> text.append(String.format(Locale.ROOT, ", steps %+.1f %%", 100 * (share - 1))));
    gain()
        .ifPresent(
            gain -> text.append(String.format(Locale.ROOT, ", CPU time %+.1f %%", -100 * gain)));
    if (leastGain().isPresent()) {
      text.append(
          String.format(
              Locale.ROOT,
              " (%+.1f to %+.1f %%, %d forks)",
              -100 * mostGain().orElseThrow(),
              -100 * leastGain().orElseThrow(),
              logRatios.size()));
    }
    return text.append(contradicts() ? "; this contradicts the rounds" : "").toString();
  }
}
