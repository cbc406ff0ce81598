package dev.ratchet.measure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What forks say of the typical one: the median, and an interval for it by signs, which needs no
 * shape of the noise.
 *
 * @param logRatios of CPU time, new over old, one per fork
 */
record ForkGain(List<Double> logRatios) {
  ForkGain {
    logRatios = logRatios.stream().sorted().toList();
  }

  /** Returns the share of CPU time that is saved in the typical fork. */
  OptionalDouble median() {
    int count = logRatios.size();
    return count == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(saved((logRatios.get((count - 1) / 2) + logRatios.get(count / 2)) / 2));
  }

  /** Returns the least share that agrees with the forks; empty for fewer than 6. */
  OptionalDouble least() {
    int rank = rank(logRatios.size());
    return rank < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(saved(logRatios.get(logRatios.size() - 1 - rank)));
  }

  /** Returns the largest share that agrees with the forks, as {@link #least}. */
  OptionalDouble most() {
    int rank = rank(logRatios.size());
    return rank < 0 ? OptionalDouble.empty() : OptionalDouble.of(saved(logRatios.get(rank)));
  }

  private static double saved(double logRatio) {
    return -Math.expm1(logRatio);
  }

  /** The largest rank, from 0, with at most 2.5 percent of a fair coin's sequences at or below. */
  private static int rank(int count) {
    double term = Math.pow(0.5, count);
    double sum = term;
    int rank = -1;
    while (sum <= 0.025) {
      rank++;
      term *= (double) (count - rank) / (rank + 1);
      sum += term;
    }
    return rank;
  }
}
