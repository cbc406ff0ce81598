package dev.ratchet;

import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Stage;
import dev.ratchet.verdict.Finding;
import java.util.List;

/** An attempt ends here. Never leaves the engine. */
final class Ended extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Stage stage;
  private final transient Outcome outcome;
  private final transient List<Finding> findings;

  Ended(Stage stage, Outcome outcome, List<Finding> findings) {
    super(outcome + " in " + stage, null, false, false);
    this.stage = stage;
    this.outcome = outcome;
    this.findings = findings;
  }

  Ended(Stage stage, Outcome outcome, Finding finding) {
    this(stage, outcome, List.of(finding));
  }

  Stage stage() {
    return stage;
  }

  Outcome outcome() {
    return outcome;
  }

  List<Finding> findings() {
    return findings;
  }
}
