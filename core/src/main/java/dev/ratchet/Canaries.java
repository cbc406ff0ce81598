package dev.ratchet;

import dev.ratchet.spi.Canary;
import dev.ratchet.spi.Proposer;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Edits with known effects that take a share of the rounds, so that a run tells how far its own
 * gate is to be believed. Users create it; immutable.
 *
 * <p>Guardrails, validators, evaluator and acceptance rule can't tell them from proposals. A canary
 * knows nothing of the memory of refused results, ends with its confirmation on held-out tasks,
 * where it uses up an entry like any other edit, and never reaches reviewer, applier or proposer.
 * The run ends when {@value #MOST_FALSE} of those are accepted that should not be.
 */
public final class Canaries {
  /** So many accepted canaries that should have been refused end a run. */
  static final int MOST_FALSE = 2;

  private final Proposer nulls;
  private final Optional<Proposer> slowdowns;
  private final double share;
  private final Optional<Long> seed;

  private Canaries(
      Proposer nulls, Optional<Proposer> slowdowns, double share, Optional<Long> seed) {
    this.nulls = Objects.requireNonNull(nulls, "nulls");
    this.slowdowns = slowdowns;
    this.share = share;
    this.seed = seed;
  }

  /**
   * Returns canaries in 5 % of the rounds.
   *
   * @param nulls proposes edits that change how the program is written and not what it does, for
   *     Java such as {@code NullEdits}; it draws from the seed in its briefing
   */
  public static Canaries of(Proposer nulls) {
    return new Canaries(nulls, Optional.empty(), 0.05, Optional.empty());
  }

  /**
   * Returns canaries of which half have an effect, losses and gains in equal parts.
   *
   * @param newSlowdowns proposes edits that add useless work, for Java such as {@code Slowdowns};
   *     for a gain, the slowed version is the base and the version in force the candidate
   */
  public Canaries withSlowdowns(Proposer newSlowdowns) {
    return new Canaries(nulls, Optional.of(newSlowdowns), share, seed);
  }

  /**
   * Returns canaries in another share of the rounds.
   *
   * @throws IllegalArgumentException if it is not above 0 and at most 1
   */
  public Canaries withShare(double newShare) {
    if (!(newShare > 0 && newShare <= 1)) {
      throw new IllegalArgumentException("share must be above 0 and at most 1, but is " + newShare);
    }
    return new Canaries(nulls, slowdowns, newShare, seed);
  }

  /** Returns canaries whose rounds are drawn from this seed; by default from the run's. */
  public Canaries withSeed(long newSeed) {
    return new Canaries(nulls, slowdowns, share, Optional.of(newSeed));
  }

  double share() {
    return share;
  }

  /** Returns what a round is drawn to be; empty for a usual round. */
  Optional<Canary> at(int round, Seeds ofRun) {
    long drawn = seed.map(Seeds::new).orElse(ofRun).canary(round);
    SplittableRandom random = new SplittableRandom(drawn);
    return random.nextDouble() < share ? Optional.of(kind(random)) : Optional.empty();
  }

  private Canary kind(SplittableRandom random) {
    if (slowdowns.isEmpty() || random.nextBoolean()) {
      return Canary.NULL;
    }
    return random.nextBoolean() ? Canary.LOSS : Canary.GAIN;
  }

  Proposer source(Canary kind) {
    return kind == Canary.NULL ? nulls : slowdowns.orElseThrow();
  }
}
