package dev.ratchet.measure;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Canary;
import dev.ratchet.spi.Comparison;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of the canaries of a run: of how many edits with known effects the gate knew better.
 * The loop makes it, users read it.
 *
 * <p>It counts those that came to be measured and were decided.
 *
 * @param nulls edits without an effect
 * @param nullsAccepted how many of them were accepted
 * @param losses edits that add useless work
 * @param lossesAccepted how many of them were accepted
 * @param gains edits that take useless work away
 * @param gainsAccepted how many of them were accepted
 */
public record CanaryReport(
    int nulls, int nullsAccepted, int losses, int lossesAccepted, int gains, int gainsAccepted) {

  /** Returns the report on these attempts; those that are no canaries do not matter. */
  public static CanaryReport of(Collection<Attempt> attempts) {
    List<Attempt> decided = attempts.stream().filter(CanaryReport::isDecided).toList();
    return new CanaryReport(
        count(decided, Canary.NULL, false),
        count(decided, Canary.NULL, true),
        count(decided, Canary.LOSS, false),
        count(decided, Canary.LOSS, true),
        count(decided, Canary.GAIN, false),
        count(decided, Canary.GAIN, true));
  }

  private static int count(List<Attempt> decided, Canary kind, boolean acceptedOnly) {
    return (int)
        decided.stream()
            .filter(a -> a.canary().filter(kind::equals).isPresent())
            .filter(a -> !acceptedOnly || a.outcome() == Attempt.Outcome.CONFIRMED)
            .count();
  }

  /** A canary that was never measured, or whose measuring was broken off, tells nothing. */
  private static boolean isDecided(Attempt attempt) {
    return attempt.canary().isPresent()
        && switch (attempt.outcome()) {
          case CONFIRMED, REJECTED, INCONCLUSIVE -> isMeasured(attempt);
          default -> false;
        };
  }

  private static boolean isMeasured(Attempt attempt) {
    return split(attempt)
        .filter(split -> attempt.comparisons().stream().anyMatch(c -> isEnough(c, split)))
        .isPresent();
  }

  private static boolean isEnough(Comparison comparison, Split split) {
    return comparison.split() == split
        && (comparison.missing().isEmpty() || comparison.isPartial());
  }

  private static Optional<Split> split(Attempt attempt) {
    return switch (attempt.stage()) {
      case SCREEN -> Optional.of(Split.TUNING);
      case MEASURE -> Optional.of(Split.VALIDATION);
      case CONFIRM -> Optional.of(Split.HELD_OUT);
      default -> Optional.empty();
    };
  }

  /** Returns how many were accepted that should not have been. */
  public int falselyAccepted() {
    return nullsAccepted + lossesAccepted;
  }

  /** Returns how many were decided. */
  public int decided() {
    return nulls + losses + gains;
  }

  /**
   * Returns an upper bound of the share of edits without an effect that the gate accepts (Clopper
   * and Pearson 1934, one-sided).
   *
   * @return from 0 to 1, with a confidence of 95 percent; 1 while none was decided
   */
  public double falseAcceptBound() {
    return CalibrationReport.upperBound(nullsAccepted, nulls);
  }

  /** Returns the report in one line. */
  @Override
  public String toString() {
    if (decided() == 0) {
      return "no canary was decided";
    }
    String text =
        String.format(
            Locale.ROOT,
            "%d of %d edits without effect accepted (at most %.1f %%, 95 times of 100)",
            nullsAccepted,
            nulls,
            100 * falseAcceptBound());
    return losses + gains == 0
        ? text
        : text
            + String.format(
                ", %d of %d losses, %d of %d gains", lossesAccepted, losses, gainsAccepted, gains);
  }
}
