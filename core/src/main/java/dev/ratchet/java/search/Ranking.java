package dev.ratchet.java.search;

import dev.ratchet.java.operators.Operator;
import dev.ratchet.spi.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Orders what could be done by what may be hoped of it. */
final class Ranking {
  /** Operators whose gain is the share of calls that were made before. */
  private static final Set<String> REMEMBERING =
      Set.of("memoise-recursion", "cache-loop-call", "cache-in-instance");

  private static final double NOISE = 0.25;

  /**
   * A spot with what may be hoped of it.
   *
   * @param spot the spot
   * @param score larger is better; 0 is hopeless
   * @param reason what the score is made of, in words
   */
  record Choice(Spot spot, double score, String reason) {}

  private final Survey survey;
  private final Insight insight;
  private final Lessons lessons;
  private final Heat heat;
  private final Map<String, Double> beliefs;
  private final Random random;

  Ranking(
      Survey survey, Insight insight, Lessons lessons, List<Operator> operators, Random random) {
    this.survey = survey;
    this.insight = insight;
    this.lessons = lessons;
    this.random = random;
    this.heat = new Heat(survey.program(), insight);
    this.beliefs = lessons.beliefs(operators, random);
  }

  /** Edits that may save work, scored by the share of work they may save. */
  List<Choice> savings() {
    List<Choice> choices = new ArrayList<>();
    for (Spot spot : survey.spots()) {
      if (spot.isRepair() || lessons.isTried(spot)) {
        continue;
      }
      double share = heat.share(spot);
      double part = REMEMBERING.contains(spot.operator().name()) ? heat.repeats(spot) : 0.5;
      double score = share * part * trust(spot);
      choices.add(
          new Choice(spot, score, String.format(Locale.ROOT, "%.1f %% of all steps", 100 * share)));
    }
    return choices;
  }

  /** Edits that may mend one family's failures, scored by the suspicion of their lines. */
  List<Choice> repairs() {
    List<String> families =
        insight.failures().stream().map(f -> f.task().family()).distinct().sorted().toList();
    String family = families.isEmpty() ? "" : families.get(random.nextInt(families.size()));
    Map<String, Map<Integer, Double>> suspicions = heat.suspicions(family);
    boolean blind = suspicions.isEmpty();
    List<Choice> choices = new ArrayList<>();
    for (Spot spot : survey.spots()) {
      if (!spot.isRepair() || lessons.isTried(spot)) {
        continue;
      }
      double suspicion =
          blind
              ? 0.1
              : suspicions
                  .getOrDefault(spot.unit().path(), Map.of())
                  .getOrDefault(spot.rewrite().line(), 0.0);
      double score = suspicion * suspicion * trust(spot);
      choices.add(
          new Choice(
              spot,
              score,
              String.format(Locale.ROOT, "suspicion %.2f in failures of %s", suspicion, family)));
    }
    return choices;
  }

  private double trust(Spot spot) {
    double noise = Math.exp(random.nextGaussian() * NOISE);
    return beliefs.getOrDefault(spot.operator().name(), 0.0)
        * spot.rewrite().weight()
        * lessons.hope(spot)
        * noise;
  }
}
