package org.harbor.rank;

import java.util.Map;
import org.harbor.text.Sentence;

/** What comes first says most. */
public final class PositionScorer implements Scorer {

  @Override
  public double score(Sentence sentence, Map<String, Integer> counts) {
    return 1.0 / (1 + sentence.place());
  }
}
