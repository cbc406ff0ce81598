package dev.ratchet.measure;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a kept edit gained, measured when nothing hung on it any more. {@link Estimate} makes it;
 * users read it.
 *
 * @param round the round that kept the edit
 * @param logRatios of CPU time, with the edit over without it, one per pair of processes
 * @param missing why nothing was measured; empty if something was
 */
public record GainEstimate(int round, List<Double> logRatios, String missing) {
  /** Returns an estimate; the list is sorted and copied. */
  public GainEstimate {
    Objects.requireNonNull(missing, "missing");
    logRatios = logRatios.stream().sorted().toList();
  }

  /** Returns an estimate that could not be made, with the reason. */
  public static GainEstimate missing(int round, String reason) {
    return new GainEstimate(round, List.of(), reason);
  }

  /** Returns the share of CPU time saved in the typical fork; empty where it was not measured. */
  public OptionalDouble gain() {
    return new ForkGain(logRatios).median();
  }

  /** Returns the least gain that agrees with the forks at 95 percent; empty for fewer than 6. */
  public OptionalDouble leastGain() {
    return new ForkGain(logRatios).least();
  }

  /** Returns the largest gain that agrees with the forks, as {@link #leastGain}. */
  public OptionalDouble mostGain() {
    return new ForkGain(logRatios).most();
  }

  @Override
  public String toString() {
    if (gain().isEmpty()) {
      return "Round " + round + ": no unbiased gain, because " + missing;
    }
    String interval =
        leastGain().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                " (%+.1f to %+.1f %%)",
                -100 * mostGain().orElseThrow(),
                -100 * leastGain().orElseThrow());
    return String.format(
        Locale.ROOT,
        "Round %d: unbiased, CPU time %+.1f %%%s, %d forks of each version alone",
        round,
        -100 * gain().orElseThrow(),
        interval,
        logRatios.size());
  }
}
