package dev.ratchet;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.journal.Journal;
import dev.ratchet.measure.Audit;
import dev.ratchet.measure.Estimate;
import dev.ratchet.measure.StrictGain;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Applier;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.LoopListener;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.ReviewRequest;
import dev.ratchet.spi.Reviewer;
import dev.ratchet.spi.Stage;
import dev.ratchet.spi.Validator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A guarded self-modification loop. Users build it from stages and run it.
 *
 * <p>A loop runs once; {@link #resume} goes on with a run that waits for a review. {@link #cancel}
 * may be called from any thread, everything else from one.
 */
public final class ImprovementLoop {
  private final Setup setup;
  private volatile StageRunner runner = new StageRunner();

  private ImprovementLoop(Setup setup) {
    this.setup = setup;
  }

  /**
   * Returns a builder with what no loop can do without.
   *
   * @param start the target's tree as it is
   * @param proposer who suggests edits
   * @param evaluator who measures them
   */
  public static Builder builder(SourceTree start, Proposer proposer, Evaluator evaluator) {
    return new Builder(start, proposer, evaluator);
  }

  /**
   * Runs rounds until the budget is spent or something else ends the run.
   *
   * @throws UnusableBaselineException if the target as it is fails validation or observation
   */
  public RunResult run() {
    return run(Optional.empty(), Optional.empty());
  }

  /**
   * Goes on with a run that stopped for a review: asks the reviewer again, then runs further rounds
   * with what is left of the budget.
   *
   * @throws IllegalArgumentException if the result waits for no review
   * @throws UnusableBaselineException if the tree in force fails validation or observation
   */
  public RunResult resume(RunResult stopped) {
    ReviewRequest pending =
        stopped
            .pending()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The run waits for no review: it ended because "
                            + stopped.stopReason().words()));
    return run(Optional.of(stopped), Optional.of(pending));
  }

  private RunResult run(Optional<RunResult> earlier, Optional<ReviewRequest> pending) {
    try (StageRunner current = runner) {
      return new Engine(setup, earlier, current).run(pending);
    } finally {
      runner = new StageRunner();
    }
  }

  /**
   * Cancels the run: the stage at work is interrupted and ends its child processes.
   *
   * <p>A loop that is cancelled before it runs ends without a round.
   */
  public void cancel() {
    runner.cancel();
  }

  /** A builder of loops; it refuses to build one without a guardrail. Not safe for threads. */
  public static final class Builder {
    private final SourceTree start;
    private final Proposer proposer;
    private final Evaluator evaluator;
    private final List<Guardrail> guardrails = new ArrayList<>();
    private final List<Validator> validators = new ArrayList<>();
    private final List<LoopListener> listeners = new ArrayList<>();
    private final Map<Stage, Duration> deadlines = new EnumMap<>(Stage.class);
    private AcceptanceRule acceptance = StrictGain.standard();
    private Optional<AcceptanceRule> screening = Optional.empty();
    private Optional<Audit> audit = Optional.empty();
    private Optional<Estimate> estimate = Optional.empty();
    private Optional<Reviewer> reviewer = Optional.empty();
    private Optional<Canaries> canaries = Optional.empty();
    private Optional<Long> seed = Optional.empty();
    private Applier applier = Applier.inMemory();
    private Journal journal = Journal.inMemory();
    private Budget budget = Budget.rounds(10);
    private String goal = "Make the program more accurate and more efficient";
    private int attemptsPerRound = 1;
    private int atOnce = 1;
    private CoreBudget cores = CoreBudget.ofMachine();
    private Clock clock = Clock.systemUTC();

    private Builder(SourceTree start, Proposer proposer, Evaluator evaluator) {
      this.start = Objects.requireNonNull(start, "start");
      this.proposer = Objects.requireNonNull(proposer, "proposer");
      this.evaluator = Objects.requireNonNull(evaluator, "evaluator");
    }

    /** Adds a guardrail; all of them must let an edit pass. */
    public Builder withGuardrail(Guardrail guardrail) {
      guardrails.add(Objects.requireNonNull(guardrail, "guardrail"));
      return this;
    }

    /**
     * Adds a validator; they are asked in the order added, those that run nothing of the candidate
     * before the others.
     */
    public Builder withValidator(Validator validator) {
      validators.add(Objects.requireNonNull(validator, "validator"));
      return this;
    }

    private static List<Validator> inOrder(List<Validator> validators) {
      return Stream.of(false, true)
          .flatMap(runs -> validators.stream().filter(v -> v.runsCandidate() == runs))
          .toList();
    }

    /** Sets the rule that says what is better; by default {@link StrictGain}. */
    public Builder withAcceptance(AcceptanceRule rule) {
      acceptance = Objects.requireNonNull(rule, "rule");
      return this;
    }

    /**
     * Screens candidates on the tuning tasks by this rule before they are validated; by default
     * none are.
     *
     * <p>It saves the price of tests and validation tasks for what shows nothing on the few tasks
     * that the proposer knows anyway. Each screening counts as an evaluation.
     */
    public Builder withScreening(AcceptanceRule rule) {
      screening = Optional.of(rule);
      return this;
    }

    /**
     * Compares the version in force with the original from time to time and at the end; by default
     * never.
     *
     * <p>Where an audit contradicts the rounds, the target goes back to the version of the last
     * audit that did not, or to the original. Each audit counts as an evaluation, but none is left
     * out for want of budget.
     */
    public Builder withAudit(Audit newAudit) {
      audit = Optional.of(newAudit);
      return this;
    }

    /**
     * Measures each kept edit anew, when nothing hangs on it any more; by default none.
     *
     * <p>Each counts as an evaluation, but none is left out for want of budget. Nothing is decided
     * by it: see {@link RunResult#gains}.
     */
    public Builder withEstimate(Estimate newEstimate) {
      estimate = Optional.of(newEstimate);
      return this;
    }

    /**
     * Lets a share of the rounds check the gate with edits whose effect is known; by default none
     * does.
     */
    public Builder withCanaries(Canaries newCanaries) {
      canaries = Optional.of(newCanaries);
      return this;
    }

    /** Sets who decides before an edit is applied; without one nobody is asked. */
    public Builder withReviewer(Reviewer newReviewer) {
      reviewer = Optional.of(newReviewer);
      return this;
    }

    /** Sets where kept edits are written; by default they are only in the result. */
    public Builder withApplier(Applier newApplier) {
      applier = Objects.requireNonNull(newApplier, "applier");
      return this;
    }

    /** Sets the journal; by default it is kept in memory. The caller closes it. */
    public Builder withJournal(Journal newJournal) {
      journal = Objects.requireNonNull(newJournal, "journal");
      return this;
    }

    /** Sets what the run may spend; by default ten rounds. */
    public Builder withBudget(Budget newBudget) {
      budget = Objects.requireNonNull(newBudget, "budget");
      return this;
    }

    /** Sets what is wanted, in words for the proposer. */
    public Builder withGoal(String newGoal) {
      goal = Objects.requireNonNull(newGoal, "goal");
      return this;
    }

    /**
     * Sets how many proposals a round may try until one is kept; by default one.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public Builder withAttemptsPerRound(int number) {
      if (number < 1) {
        throw new IllegalArgumentException("attemptsPerRound must be positive, but is " + number);
      }
      attemptsPerRound = number;
      return this;
    }

    /**
     * Sets how many candidates of a round are examined at the same time; by default one.
     *
     * <p>A round then may try at least so many proposals. They are asked for one after the other;
     * each is told of those beside it, and not what becomes of them. Guardrails, validators and
     * evaluator are called by several threads, up to the validation tasks. Held-out tasks, review
     * and applying come one by one, in the order of proposal, until one is kept; what is good after
     * that is {@linkplain Attempt.Outcome#SUPERSEDED superseded} and may be proposed again. What is
     * decided, counted and recorded does not depend on which thread was first; with fewer
     * evaluations left than all might need, fewer are examined at once.
     *
     * @param cores what the evaluator shares with the loop, so that nothing of the loop runs while
     *     it takes times: a guardrail or validator takes one; waiting counts as time of its stage
     * @throws IllegalArgumentException if the number is not positive
     */
    public Builder withCandidatesAtOnce(int number, CoreBudget cores) {
      if (number < 1) {
        throw new IllegalArgumentException("number must be positive, but is " + number);
      }
      this.atOnce = number;
      this.cores = Objects.requireNonNull(cores, "cores");
      return this;
    }

    /** Sets the seed of all that is drawn in the run; by default a random one. */
    public Builder withSeed(long newSeed) {
      seed = Optional.of(newSeed);
      return this;
    }

    /** Sets the clock of journal and budget; by default the system's. */
    public Builder withClock(Clock newClock) {
      clock = Objects.requireNonNull(newClock, "clock");
      return this;
    }

    /**
     * Sets how long a call of this stage may take; by default ten minutes.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Builder withDeadline(Stage stage, Duration limit) {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("A deadline must be positive, but is " + limit);
      }
      deadlines.put(stage, limit);
      return this;
    }

    /** Adds a listener. */
    public Builder withListener(LoopListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Returns the loop.
     *
     * @throws IllegalStateException if no guardrail was added
     */
    public ImprovementLoop build() {
      if (guardrails.isEmpty()) {
        throw new IllegalStateException(
            "A loop needs a guardrail, because a proposer is not to be trusted. Add one with"
                + " withGuardrail(...); Guardrail.none(\"reason\") goes without, on the record");
      }
      return new ImprovementLoop(
          new Setup(
              start,
              proposer,
              evaluator,
              List.copyOf(guardrails),
              inOrder(validators),
              acceptance,
              screening,
              audit,
              estimate,
              reviewer,
              applier,
              journal,
              budget,
              goal,
              attemptsPerRound,
              atOnce,
              cores,
              seed.orElseGet(() -> new SecureRandom().nextLong()),
              clock,
              canaries,
              Map.copyOf(deadlines),
              List.copyOf(listeners)));
    }
  }
}
