package dev.ratchet.java.search;

import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.java.operators.Operator;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What earlier attempts of this run teach, read from the history alone. */
final class Lessons {
  private static final Pattern NOTE =
      Pattern.compile("at (\\S+) line (\\d{1,9}) .*\\(edit ([0-9a-f]{12})\\)", Pattern.DOTALL);
  private static final double STRENGTH = 6;
  private static final double EFFICIENCY_PRIOR = 0.4;
  private static final double REPAIR_PRIOR = 0.15;
  private static final double LEAST = 0.01;

  private final Set<String> tried = new HashSet<>();
  private final Map<String, Integer> kept = new HashMap<>();
  private final Map<String, Double> refused = new HashMap<>();
  private final Map<String, Double> vain = new HashMap<>();
  private int vainRepairs;

  static String note(Spot spot) {
    return "at " + spot.rewrite().member() + " line " + spot.rewrite().line() + " ";
  }

  static String key(Spot spot) {
    return "(edit " + spot.key() + ")";
  }

  Lessons(List<Attempt> attempts, List<Operator> operators) {
    Map<String, Operator> byOrigin = new HashMap<>();
    operators.forEach(operator -> byOrigin.put(SearchProposer.origin(operator), operator));
    for (Attempt attempt : attempts) {
      attempt
          .proposal()
          .filter(proposal -> byOrigin.containsKey(proposal.origin()))
          .ifPresent(
              proposal -> {
                Matcher note = NOTE.matcher(proposal.rationale());
                if (note.find()) {
                  Operator operator = byOrigin.get(proposal.origin());
                  if (operator != null) {
                    learn(attempt, operator, note);
                  }
                }
              });
    }
  }

  private void learn(Attempt attempt, Operator operator, Matcher note) {
    if (attempt.outcome() == Attempt.Outcome.SUPERSEDED) {
      return; // It was good on a version that is in force no more, and may be good on the next.
    }
    tried.add(note.group(3));
    if (attempt.isKept()) {
      kept.merge(operator.name(), 1, Integer::sum);
      vainRepairs = operator.kind() == Operator.Kind.REPAIR ? 0 : vainRepairs;
      return;
    }
    if (attempt.outcome() == Attempt.Outcome.PENDING || attempt.outcome() == Attempt.Outcome.OPEN) {
      return;
    }
    double blame = attempt.stage().compareTo(Stage.GUARD) <= 0 ? 2 : 1;
    if (operator.kind() == Operator.Kind.REPAIR) {
      vainRepairs++;
      int repaired = repaired(attempt);
      double despair = repaired > 0 ? -1 : 1;
      vain.merge(line(note.group(1), note.group(2)), despair, Double::sum);
      vain.merge(note.group(1), despair, Double::sum);
      blame *= 0.3;
    } else {
      vain.merge(operator.name() + "@" + note.group(1), 1.0, Double::sum);
    }
    refused.merge(operator.name(), blame, Double::sum);
  }

  private static String line(String member, String line) {
    return member + ":" + line;
  }

  /** How many tasks an attempt solved that were not solved before. */
  private static int repaired(Attempt attempt) {
    int repaired = 0;
    for (Comparison comparison : attempt.comparisons()) {
      if (comparison.missing().isPresent()) {
        continue;
      }
      List<TaskResult> before = comparison.baseline().results();
      List<TaskResult> after = comparison.candidate().results();
      for (int i = 0; i < before.size(); i++) {
        repaired += !before.get(i).isSolved() && after.get(i).isSolved() ? 1 : 0;
      }
    }
    return repaired;
  }

  /** How many different edits were tried in this run. */
  int tried() {
    return tried.size();
  }

  boolean isTried(Spot spot) {
    return tried.contains(spot.key());
  }

  /** How many repairs were refused since the last one that was kept. */
  int vainRepairs() {
    return vainRepairs;
  }

  /** What is left of the hope in a place after attempts there were refused. */
  double hope(Spot spot) {
    String member = spot.rewrite().member();
    if (!spot.isRepair()) {
      return Math.pow(0.5, vain.getOrDefault(spot.operator().name() + "@" + member, 0.0));
    }
    double atLine = vain.getOrDefault(line(member, "" + spot.rewrite().line()), 0.0);
    double inMember = vain.getOrDefault(member, 0.0);
    return Math.min(4, Math.pow(0.8, atLine)) * Math.min(2, Math.pow(0.97, inMember));
  }

  /**
   * Draws a belief in each operator from a Beta distribution, approximated by a normal one of the
   * same mean and variance.
   */
  Map<String, Double> beliefs(List<Operator> operators, Random random) {
    Map<String, Double> beliefs = new HashMap<>();
    for (Operator operator : operators) {
      boolean repair = operator.kind() == Operator.Kind.REPAIR;
      double prior = repair ? REPAIR_PRIOR : EFFICIENCY_PRIOR;
      double wins = STRENGTH * prior + kept.getOrDefault(operator.name(), 0);
      double losses = STRENGTH * (1 - prior) + refused.getOrDefault(operator.name(), 0.0);
      double all = wins + losses;
      double deviation = Math.sqrt(wins * losses / (all * all * (all + 1)));
      double drawn = wins / all + random.nextGaussian() * deviation * (repair ? 0.3 : 0.5);
      beliefs.put(operator.name(), Math.max(LEAST, Math.min(1, drawn)));
    }
    return beliefs;
  }
}
