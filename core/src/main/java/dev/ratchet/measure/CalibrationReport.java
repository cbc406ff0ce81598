package dev.ratchet.measure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a gate is able to show on one machine and suite. {@link Calibration} makes it; users print
 * it.
 *
 * @param noise the log ratios of CPU time of the program against itself, one per fork
 * @param perFork what one fork takes, elapsed
 * @param nulls candidates without an effect that went through the real gate
 * @param nullsAccepted how many of them it accepted
 * @param runs simulated runs of 200 candidates without an effect
 * @param runsWithFalseAccepts those in which any was accepted
 * @param effects what edits with known effects would meet
 * @param smallestGain the smallest share saved that is accepted four times out of five; empty if
 *     none up to 30 percent is
 */
public record CalibrationReport(
    List<Double> noise,
    Duration perFork,
    int nulls,
    int nullsAccepted,
    int runs,
    int runsWithFalseAccepts,
    List<Effect> effects,
    OptionalDouble smallestGain) {
  private static final double CONFIDENCE = 0.95;

  /**
   * What edits with one effect would meet.
   *
   * @param gain the share of the time that they save; negative if they take more
   * @param accepted the share of them that is accepted
   * @param forks forks that one takes, on average
   * @param time what one takes, elapsed
   */
  public record Effect(double gain, double accepted, double forks, Duration time) {}

  /** Returns a report; lists are copied. */
  public CalibrationReport {
    noise = List.copyOf(noise);
    effects = List.copyOf(effects);
  }

  /** Returns the standard deviation of the noise, as a share: 0.02 for 2 percent. */
  public double noiseDeviation() {
    double mean = noise.stream().mapToDouble(d -> d).average().orElse(0);
    double squares = noise.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
    return Math.sqrt(squares / Math.max(1, noise.size() - 1));
  }

  /**
   * Returns an upper bound of the share of candidates without an effect that the real gate accepts.
   *
   * @return from 0 to 1, with a confidence of 95 percent
   */
  public double falseAcceptBound() {
    return upperBound(nullsAccepted, nulls);
  }

  /**
   * The one-sided bound of Clopper and Pearson (1934): the share at which so few hits, or fewer,
   * are as unlikely as the confidence allows.
   */
  static double upperBound(int hits, int trials) {
    if (hits >= trials) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (atMost(hits, trials, middle) > 1 - CONFIDENCE) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Returns the probability of so many hits or fewer. */
  private static double atMost(int hits, int trials, double share) {
    double term = trials * Math.log1p(-share);
    double sum = Math.exp(term);
    for (int k = 1; k <= hits; k++) {
      term += Math.log((trials - k + 1.0) / k) + Math.log(share) - Math.log1p(-share);
      sum += Math.exp(term);
    }
    return sum;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "Noise of %d forks of the program against itself: %.2f %% (standard deviation), %.2f s each",
        noise.size(),
        100 * noiseDeviation(),
        perFork.toMillis() / 1000.0);
    if (nulls > 0) {
      line(
          text,
          "Of %d candidates without effect the gate accepted %d: at most %.1f %%, 95 times of 100",
          nulls,
          nullsAccepted,
          100 * falseAcceptBound());
    }
    line(
        text,
        "Replayed: a false accept in %d of %d runs of 200 candidates without effect (at most %.1f %%)",
        runsWithFalseAccepts,
        runs,
        100 * upperBound(runsWithFalseAccepts, runs));
    line(text, "  effect  accepted   forks   time");
    for (Effect effect : effects) {
      line(
          text,
          "%+7.0f%%  %6.1f %%  %6.1f  %5.0f s",
          100 * effect.gain(),
          100 * effect.accepted(),
          effect.forks(),
          effect.time().toMillis() / 1000.0);
    }
    line(
        text,
        smallestGain.isPresent()
            ? "The smallest gain that this can show, four times out of five: %.1f %%"
            : "No gain up to 30 %% can be shown four times out of five: too much noise",
        100 * smallestGain.orElse(0));
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
