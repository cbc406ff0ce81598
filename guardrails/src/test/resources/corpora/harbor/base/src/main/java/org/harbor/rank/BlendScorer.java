package org.harbor.rank;

import java.util.List;
import java.util.Map;
import org.harbor.text.Sentence;

/** A weighted sum of other scorers. */
public final class BlendScorer implements Scorer {
  private final List<Part> parts;

  private record Part(Scorer scorer, double weight) {
    double score(Sentence sentence, Map<String, Integer> counts) {
      return weight * scorer.score(sentence, counts);
    }
  }

  private BlendScorer(List<Part> parts) {
    this.parts = parts;
  }

  public static BlendScorer of(double frequency, double position) {
    return new BlendScorer(
        List.of(
            new Part(new FrequencyScorer(), frequency), new Part(new PositionScorer(), position)));
  }

  @Override
  public double score(Sentence sentence, Map<String, Integer> counts) {
    return parts.stream().mapToDouble(part -> part.score(sentence, counts)).sum();
  }
}
