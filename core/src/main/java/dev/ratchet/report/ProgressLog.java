package dev.ratchet.report;

import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.LoopListener;
import dev.ratchet.spi.Proposal;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/**
 * A listener that writes one plain line per attempt: round, outcome, stage, author, why. Users
 * create it.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ProgressLog implements LoopListener {
  private static final int WHAT = 90;
  private static final int LINE = 200;

  private final Appendable out;

  private ProgressLog(Appendable out) {
    this.out = out;
  }

  /** Returns a log that writes to a stream, a writer or a builder. */
  public static ProgressLog to(Appendable out) {
    return new ProgressLog(Objects.requireNonNull(out, "out"));
  }

  /**
   * Writes a line for the attempt.
   *
   * @throws UncheckedIOException if it can't be written
   */
  @Override
  public void attemptFinished(int round, Attempt attempt) {
    String head =
        "%4d  %-12s  %-8s  %s"
            .formatted(
                round,
                attempt.outcome().toString().toLowerCase(Locale.ROOT).replace('_', ' '),
                attempt.stage().toString().toLowerCase(Locale.ROOT),
                Printable.of(what(attempt), WHAT));
    try {
      out.append(Printable.of(head + why(attempt), LINE)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String what(Attempt attempt) {
    String origin = attempt.proposal().map(Proposal::origin).orElse("");
    if (attempt.outcome() == Attempt.Outcome.NOTHING) {
      return attempt.author();
    }
    if (attempt.canary().isPresent()) {
      return "canary (" + attempt.canary().get().name().toLowerCase(Locale.ROOT) + ")";
    }
    String rationale = attempt.proposal().map(Proposal::rationale).orElse("");
    boolean told = !origin.isBlank() && rationale.startsWith(origin.replaceFirst(".*/", ""));
    return told ? rationale : (origin.isBlank() ? attempt.author() : origin) + ": " + rationale;
  }

  private static String why(Attempt attempt) {
    if (attempt.findings().isEmpty()) {
      return "";
    }
    if (attempt.isKept()) {
      return " -- " + TextReport.gain(attempt);
    }
    Finding last = attempt.findings().get(attempt.findings().size() - 1);
    String message = last.message();
    return " -- " + (last.tier() == Tier.NOTE ? message : last.rule() + ": " + message);
  }
}
