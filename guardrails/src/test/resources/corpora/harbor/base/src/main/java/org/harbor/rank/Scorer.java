package org.harbor.rank;

import java.util.Map;
import org.harbor.text.Sentence;

/** Says how much a sentence tells of its document. */
public sealed interface Scorer permits FrequencyScorer, PositionScorer, BlendScorer {

  double score(Sentence sentence, Map<String, Integer> counts);
}
