package dev.ratchet;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Stage;
import dev.ratchet.spi.Trial;
import dev.ratchet.spi.Validator;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What guardrails, validators and measurements say of one candidate, stage by stage. */
final class Examination {
  private final Setup setup;
  private final RunState state;
  private final StageCalls calls;
  private final Attempt.Builder record;

  Examination(Setup setup, RunState state, StageCalls calls, Attempt.Builder record) {
    this.setup = setup;
    this.state = state;
    this.calls = calls;
    this.record = record;
  }

  /** All that comes before the held-out tasks; several candidates may be there at once. */
  void examine(Candidate candidate) throws Ended {
    guard(candidate);
    validate(Stage.VALIDATE, candidate, validator -> !validator.runsCandidate());
    screen(candidate);
    validate(Stage.VALIDATE, candidate, Validator::runsCandidate);
    measure(candidate);
  }

  private void guard(Candidate candidate) throws Ended {
    List<Verdict> verdicts = new ArrayList<>();
    for (Guardrail guardrail : setup.guardrails()) {
      verdicts.add(calls.call(Stage.GUARD, () -> guardrail.inspect(candidate)));
    }
    obey(Stage.GUARD, Verdict.all(verdicts));
  }

  void validate(Stage stage, Candidate candidate, Predicate<Validator> which) throws Ended {
    for (Validator validator : setup.validators()) {
      if (which.test(validator)) {
        obey(stage, calls.call(stage, () -> validator.validate(candidate)));
      }
    }
  }

  private void screen(Candidate candidate) throws Ended {
    if (setup.screening().isPresent()) {
      long seed = state.seeds().tuning();
      compare(Stage.SCREEN, candidate, Split.TUNING, seed, Entry.NONE, setup.screening().get());
    }
  }

  private void measure(Candidate candidate) throws Ended {
    long seed = state.seeds().validation();
    compare(Stage.MEASURE, candidate, Split.VALIDATION, seed, Entry.NONE, setup.acceptance());
  }

  /** Measures on fresh held-out tasks; one candidate after the other, because they are entries. */
  void confirm(Candidate candidate, int round, int number) throws Ended {
    long seed = state.seeds().heldOut(round, number);
    compare(Stage.CONFIRM, candidate, Split.HELD_OUT, seed, state.entry(), setup.acceptance());
  }

  private void compare(
      Stage stage, Candidate candidate, Split split, long seed, Entry entry, AcceptanceRule rule)
      throws Ended {
    Optional<StopReason> spent = state.ledger().beforeEvaluation();
    if (spent.isPresent()) {
      String message = "It was not measured because " + spent.get().words();
      throw new Ended(stage, Outcome.INCONCLUSIVE, Finding.hard("budget.evaluation", message));
    }
    state.ledger().evaluation();
    UnaryOperator<Comparison> asHeld =
        shown -> shown.claiming(candidate.proposal().claim()).entering(entry);
    Trial trial =
        Trial.of(candidate.base(), candidate.tree(), split, seed)
            .withAnchor(state.anchor())
            .withWanted(soFar -> rule.wanted(asHeld.apply(soFar)))
            .withRefuses(soFar -> rule.refuses(asHeld.apply(soFar)));
    Comparison comparison = asHeld.apply(calls.call(stage, () -> setup.evaluator().compare(trial)));
    record.comparison(comparison);
    if (comparison.missing().isPresent() && !comparison.isPartial()) {
      throw new Ended(stage, Outcome.INCONCLUSIVE, incomplete(comparison));
    }
    obey(stage, calls.call(stage, () -> verdict(rule, comparison)));
  }

  /** Nothing is accepted on a part; what a rule says of one counts if it said so before. */
  private static Verdict verdict(AcceptanceRule rule, Comparison comparison) {
    if (!comparison.isPartial()) {
      return rule.decide(comparison);
    }
    Verdict unknown = Verdict.inconclusive(incomplete(comparison));
    Verdict verdict = rule.refuses(comparison) ? rule.decide(comparison) : unknown;
    return verdict.isAccepted() ? unknown : verdict;
  }

  private static Finding incomplete(Comparison comparison) {
    return Finding.hard("measure.complete", comparison.missing().orElseThrow())
        .because("a missing value is not a score");
  }

  void found(Stage stage, List<Finding> findings) {
    if (stage == Stage.CONFIRM) {
      record.heldOutFindings(findings);
    } else {
      record.findings(findings);
    }
  }

  /** Ends the attempt unless the verdict accepts; notes are kept either way. */
  private void obey(Stage stage, Verdict verdict) throws Ended {
    if (verdict.isAccepted()) {
      found(stage, verdict.findings());
      return;
    }
    Outcome outcome =
        verdict.kind() == Verdict.Kind.INCONCLUSIVE ? Outcome.INCONCLUSIVE : Outcome.REJECTED;
    throw new Ended(stage, outcome, verdict.findings());
  }
}
