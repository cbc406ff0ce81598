package dev.ratchet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Canary;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Stage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryReportTest {
  private static final Measurement NONE = new Measurement(List.of());

  private static Attempt canary(Canary kind, Stage stage, Outcome outcome) {
    return Attempt.builder(1, "a")
        .canary(kind)
        .comparison(Comparison.of(Split.VALIDATION, NONE, NONE))
        .end(stage, outcome);
  }

  private static Attempt confirmed(Canary kind) {
    return Attempt.builder(1, "a")
        .canary(kind)
        .comparison(Comparison.of(Split.HELD_OUT, NONE, NONE))
        .end(Stage.CONFIRM, Outcome.CONFIRMED);
  }

  @Test
  void bounds_the_share_that_slips_through() {
    Attempt refused = canary(Canary.NULL, Stage.MEASURE, Outcome.REJECTED);

    assertThat(CanaryReport.of(Collections.nCopies(60, refused)).falseAcceptBound())
        .isCloseTo(0.049, within(0.0005));
    assertThat(CanaryReport.of(Collections.nCopies(200, refused)).falseAcceptBound())
        .isCloseTo(0.015, within(0.0005));
    assertThat(CanaryReport.of(List.of()).falseAcceptBound()).isEqualTo(1);
  }

  @Test
  void counts_what_was_decided_by_kind() {
    CanaryReport report =
        CanaryReport.of(
            List.of(
                canary(Canary.NULL, Stage.MEASURE, Outcome.INCONCLUSIVE),
                confirmed(Canary.NULL),
                confirmed(Canary.GAIN),
                canary(Canary.GAIN, Stage.MEASURE, Outcome.REJECTED),
                canary(Canary.LOSS, Stage.MEASURE, Outcome.REJECTED)));

    assertThat(report).isEqualTo(new CanaryReport(2, 1, 1, 0, 2, 1));
    assertThat(report.falselyAccepted()).isEqualTo(1);
    assertThat(report)
        .hasToString(
            "1 of 2 edits without effect accepted (at most 97.5 %, 95 times of 100), 0 of 1"
                + " losses, 1 of 2 gains");
  }

  @Test
  void leaves_out_what_tells_nothing_of_the_gate() {
    Attempt proposed = Attempt.builder(1, "a").end(Stage.MEASURE, Outcome.REJECTED);

    CanaryReport report =
        CanaryReport.of(
            List.of(
                proposed,
                canary(Canary.NULL, Stage.GUARD, Outcome.REJECTED),
                canary(Canary.NULL, Stage.CONFIRM, Outcome.INCONCLUSIVE), // out of evaluations
                canary(Canary.NULL, Stage.CONFIRM, Outcome.CANCELLED),
                canary(Canary.NULL, Stage.PROPOSE, Outcome.NOTHING)));

    assertThat(report.decided()).isZero();
    assertThat(report).hasToString("no canary was decided");
  }
}
