package dev.ratchet.spi;

import dev.ratchet.edit.SourceTree;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything a proposer is told. The loop creates it, proposers read it.
 *
 * <p>It holds policy, tuning results and history; nothing of validation or held-out tasks beyond
 * the reasons of earlier refusals.
 *
 * @param goal what is wanted, in words
 * @param round the round, from 1
 * @param attempt the attempt within the round, from 1
 * @param tree the version in force
 * @param insight what the tuning tasks show of it
 * @param rules the guardrails' rules, in words
 * @param history earlier rounds with their reasons, oldest first
 * @param attempts earlier attempts of this round, oldest first
 * @param budget what the run may spend
 * @param spent what it has spent
 * @param seed the seed of this attempt: a proposer that draws from it alone is reproducible
 */
public record Briefing(
    String goal,
    int round,
    int attempt,
    SourceTree tree,
    Insight insight,
    List<String> rules,
    List<Round> history,
    List<Attempt> attempts,
    Budget budget,
    Spending spent,
    long seed) {

  /** Returns a briefing; lists are copied. */
  public Briefing {
    Objects.requireNonNull(goal, "goal");
    Objects.requireNonNull(tree, "tree");
    Objects.requireNonNull(insight, "insight");
    rules = List.copyOf(rules);
    history = List.copyOf(history);
    attempts = List.copyOf(attempts);
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(spent, "spent");
  }

  /** Returns all earlier attempts of the run, oldest first. */
  public List<Attempt> earlierAttempts() {
    return Stream.concat(
            history.stream().flatMap(round -> round.attempts().stream()), attempts.stream())
        .toList();
  }
}
