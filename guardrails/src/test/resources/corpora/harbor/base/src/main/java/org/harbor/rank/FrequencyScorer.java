package org.harbor.rank;

import java.util.Map;
import org.harbor.text.Sentence;

/** Frequent words make a sentence weighty; long sentences are no better for being long. */
public final class FrequencyScorer implements Scorer {

  @Override
  public double score(Sentence sentence, Map<String, Integer> counts) {
    if (sentence.length() == 0) {
      return 0;
    }
    double sum = 0;
    for (String word : sentence.words()) {
      sum += counts.getOrDefault(word, 0);
    }
    return sum / sentence.length();
  }
}
