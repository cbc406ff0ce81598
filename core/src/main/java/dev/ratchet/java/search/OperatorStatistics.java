package dev.ratchet.java.search;

import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Stage;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What became of the proposals of one operator. Users call it on the rounds of a run.
 *
 * @param operator its name
 * @param proposed how many edits it proposed
 * @param compiled how many of them compiled
 * @param passed how many of them passed guardrails, compiler, screening and tests
 * @param kept how many of them were kept
 */
public record OperatorStatistics(
    String operator, int proposed, int compiled, int passed, int kept) {
  private static final String PREFIX = "search/";

  /** Returns the statistics of all operators that proposed something, by name. */
  public static List<OperatorStatistics> of(Collection<Round> rounds) {
    TreeMap<String, OperatorStatistics> all = new TreeMap<>();
    for (Round round : rounds) {
      for (Attempt attempt : round.attempts()) {
        attempt
            .proposal()
            .filter(proposal -> proposal.origin().startsWith(PREFIX))
            .filter(proposal -> proposal.reasonForNothing().isEmpty())
            .map(proposal -> of(proposal.origin().substring(PREFIX.length()), attempt))
            .ifPresent(one -> all.merge(one.operator(), one, OperatorStatistics::plus));
      }
    }
    return List.copyOf(all.values());
  }

  private static OperatorStatistics of(String operator, Attempt attempt) {
    boolean passed = attempt.stage().compareTo(Stage.SCREEN) > 0;
    boolean compiled =
        attempt.stage().compareTo(Stage.VALIDATE) >= 0
            && attempt.findings().stream().noneMatch(f -> f.rule().startsWith("compile."));
    return new OperatorStatistics(
        operator, 1, compiled ? 1 : 0, passed ? 1 : 0, attempt.isKept() ? 1 : 0);
  }

  private OperatorStatistics plus(OperatorStatistics other) {
    return new OperatorStatistics(
        operator,
        proposed + other.proposed,
        compiled + other.compiled,
        passed + other.passed,
        kept + other.kept);
  }
}
