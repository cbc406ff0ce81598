package dev.ratchet;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.journal.Journal;
import dev.ratchet.measure.Audit;
import dev.ratchet.measure.Estimate;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Applier;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.LoopListener;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.Reviewer;
import dev.ratchet.spi.Stage;
import dev.ratchet.spi.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a loop is composed of, fixed when it was built. */
record Setup(
    SourceTree start,
    Proposer proposer,
    Evaluator evaluator,
    List<Guardrail> guardrails,
    List<Validator> validators,
    AcceptanceRule acceptance,
    Optional<AcceptanceRule> screening,
    Optional<Audit> audit,
    Optional<Estimate> estimate,
    Optional<Reviewer> reviewer,
    Applier applier,
    Journal journal,
    Budget budget,
    String goal,
    int attemptsPerRound,
    int atOnce,
    CoreBudget cores,
    long seed,
    Clock clock,
    Optional<Canaries> canaries,
    Map<Stage, Duration> deadlines,
    List<LoopListener> listeners) {

  /** Returns how many attempts a round may have. */
  int mostAttempts() {
    return Math.max(attemptsPerRound, atOnce);
  }

  Duration deadline(Stage stage) {
    return deadlines.getOrDefault(stage, Duration.ofMinutes(10));
  }
}
