package dev.ratchet.measure;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Evidence that a candidate takes less, gathered one log ratio at a time. Immutable.
 *
 * <p>The null hypothesis is that, given the past, the law of {@code D = ln(1 - m) - Y} is dominated
 * by one symmetric about 0, where Y is the log ratio of candidate to baseline and m the minimum
 * gain: the candidate is not better by more than m in the typical case. Each factor below then has
 * a conditional mean of at most 1, so that the value is a non-negative supermartingale that begins
 * at 1, and by Ville's inequality ever reaches {@code 1/a} with a probability of at most a:
 * whatever the stopping rule, drift, dependence or tails.
 *
 * <pre>
 *   s = +1 if D &gt; 0 else -1        z = D / c, from -1 to 1        c = 0.05
 *   E = mean over the bets b of (product of 1 + b s) and (product of 1 + b z)
 *   bets 0.2, 0.4, 0.6, 0.8, 0.95
 * </pre>
 *
 * <p>Bets on signs alone need fewest observations where these vary little, bets on capped sizes
 * where they vary much; the mean of both is near the better one everywhere. After Ville 1939;
 * Waudby-Smith and Ramdas 2024 (betting).
 */
public final class EProcess {
  private static final double[] BETS = {0.2, 0.4, 0.6, 0.8, 0.95};
  private static final double CAP = 0.05;
  private static final double[] LOG_WON = logs(1);
  private static final double[] LOG_LOST = logs(-1);

  private final double shift;
  private int count;
  private double cappedSum;
  private final double[] logSigns;
  private final double[] logSizes;

  private EProcess(
      double shift, int count, double cappedSum, double[] logSigns, double[] logSizes) {
    this.shift = shift;
    this.count = count;
    this.cappedSum = cappedSum;
    this.logSigns = logSigns;
    this.logSizes = logSizes;
  }

  private static double[] logs(int sign) {
    return DoubleStream.of(BETS).map(bet -> Math.log1p(sign * bet)).toArray();
  }

  /**
   * Returns the process before any observation.
   *
   * @param minimumGain share that a candidate must save to be better; negative for what it may lose
   * @throws IllegalArgumentException unless the gain is a number below 1
   */
  public static EProcess of(double minimumGain) {
    if (!(minimumGain < 1) || Double.isInfinite(minimumGain)) {
      throw new IllegalArgumentException("A minimum gain is below 1, but is " + minimumGain);
    }
    return new EProcess(
        Math.log1p(-minimumGain), 0, 0, new double[BETS.length], new double[BETS.length]);
  }

  /** Returns the process after a log ratio of candidate to baseline. */
  public EProcess plus(double logRatio) {
    return plus(List.of(logRatio));
  }

  /** Returns the process after several log ratios. */
  public EProcess plus(List<Double> logRatios) {
    EProcess after = new EProcess(shift, count, cappedSum, logSigns.clone(), logSizes.clone());
    for (double logRatio : logRatios) {
      if (!Double.isFinite(logRatio)) {
        throw new IllegalArgumentException("A log ratio must be finite, but is " + logRatio);
      }
      double less = shift - logRatio;
      after.bet(less > 0, Math.max(-1, Math.min(1, less / CAP)));
    }
    return after;
  }

  /** Returns what the process would be if so many further observations were all won clearly. */
  EProcess ifWon(int more) {
    EProcess best = plus(List.of());
    for (int i = 0; i < more; i++) {
      best.bet(true, 1);
    }
    return best;
  }

  /** Changes this process, which nobody else has seen yet. */
  private void bet(boolean won, double size) {
    count++;
    cappedSum += size;
    for (int i = 0; i < BETS.length; i++) {
      logSigns[i] += won ? LOG_WON[i] : LOG_LOST[i];
      logSizes[i] +=
          Math.abs(size) == 1 ? (won ? LOG_WON[i] : LOG_LOST[i]) : Math.log1p(BETS[i] * size);
    }
  }

  /** Returns the number of observations. */
  public int count() {
    return count;
  }

  /** Returns the sum of the capped sizes; at most 0 where nothing speaks for the candidate. */
  double cappedSum() {
    return cappedSum;
  }

  /** Returns the natural logarithm of the value, which can be too large for a number. */
  public double logValue() {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < BETS.length; i++) {
      most = Math.max(most, Math.max(logSigns[i], logSizes[i]));
    }
    double sum = 0;
    for (int i = 0; i < BETS.length; i++) {
      sum += Math.exp(logSigns[i] - most) + Math.exp(logSizes[i] - most);
    }
    return most + Math.log(sum / (2 * BETS.length));
  }

  /** Returns the value: 1 at the start, large where the evidence is. */
  public double value() {
    return Math.exp(logValue());
  }

  /** Returns whether the evidence reaches a bound. */
  public boolean reaches(double bound) {
    return logValue() >= Math.log(bound) - 1e-12;
  }

  /**
   * Returns the largest gain that log ratios prove: that at which the value still reaches a bound.
   *
   * @return the share saved, from -1 to 1; -1 where not even that is proved
   */
  public static double certifiedGain(List<Double> logRatios, double bound) {
    double low = -1;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (of(middle).plus(logRatios).reaches(bound)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public String toString() {
    return "E = " + value() + " after " + count;
  }
}
