package dev.ratchet.measure;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.TaskResult;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Evidence, gathered task by task, that a candidate does not score lower where chance decides too,
 * as with a language model in the program. Immutable.
 *
 * <p>The null hypothesis is that a fresh task is expected to lose at least the margin {@code M}: of
 * the difference d of both scores, from -1 to 1, the mean given the past is at most -M. Each factor
 * then has a mean of at most 1, so by Ville's inequality the value ever reaches {@code 1/a} with a
 * probability of at most a, whatever the stopping rule. A margin of 0 proves a gain.
 *
 * <pre>
 *   E = mean over the bets b of the product of 1 + b (d + M) / (1 - M)
 *   bets 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95
 * </pre>
 *
 * <p>Source: Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting",
 * 2024.
 */
public final class AccuracyProcess {
  private static final double[] BETS = {0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95};

  private final double margin;
  private final int count;
  private final double[] logs;

  private AccuracyProcess(double margin, int count, double[] logs) {
    this.margin = margin;
    this.count = count;
    this.logs = logs;
  }

  /**
   * Returns the process before any task.
   *
   * @param margin the loss of mean score that is to be ruled out, from 0 to below 1
   * @throws IllegalArgumentException for any other margin
   */
  public static AccuracyProcess of(double margin) {
    if (!(margin >= 0 && margin < 1)) {
      throw new IllegalArgumentException("A margin is from 0 to below 1, but is " + margin);
    }
    return new AccuracyProcess(margin, 0, new double[BETS.length]);
  }

  /**
   * Returns the process after further tasks.
   *
   * @param before what the version to compare with made of them
   * @param after what the candidate made of the same tasks in the same order
   * @throws IllegalArgumentException if there are more results on one side
   */
  public AccuracyProcess plus(Measurement before, Measurement after) {
    List<TaskResult> old = before.results();
    List<TaskResult> now = after.results();
    if (old.size() != now.size()) {
      throw new IllegalArgumentException(
          "There are results of " + old.size() + " tasks before, but " + now.size() + " after");
    }
    double[] sums = logs.clone();
    for (int i = 0; i < old.size(); i++) {
      bet(sums, now.get(i).score().credit() - old.get(i).score().credit());
    }
    return new AccuracyProcess(margin, count + old.size(), sums);
  }

  /** Returns what the process would be if the candidate alone solved so many further tasks. */
  AccuracyProcess ifWon(int more) {
    double[] sums = logs.clone();
    for (int i = 0; i < more; i++) {
      bet(sums, 1);
    }
    return new AccuracyProcess(margin, count + more, sums);
  }

  private void bet(double[] sums, double difference) {
    double payoff = (difference + margin) / (1 - margin);
    for (int i = 0; i < BETS.length; i++) {
      sums[i] += Math.log1p(BETS[i] * payoff);
    }
  }

  /** Returns the number of tasks. */
  public int count() {
    return count;
  }

  /** Returns the natural logarithm of the value, which can be too large for a number. */
  public double logValue() {
    double most = DoubleStream.of(logs).max().orElseThrow();
    double sum = DoubleStream.of(logs).map(log -> Math.exp(log - most)).sum();
    return most + Math.log(sum / BETS.length);
  }

  /** Returns the value: 1 at the start, large where the evidence is. */
  public double value() {
    return Math.exp(logValue());
  }

  /** Returns whether the evidence reaches a bound. */
  public boolean reaches(double bound) {
    return logValue() >= Math.log(bound) - 1e-12;
  }

  @Override
  public String toString() {
    return "E = " + value() + " after " + count;
  }
}
