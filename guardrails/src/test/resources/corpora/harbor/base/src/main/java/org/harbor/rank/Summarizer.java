package org.harbor.rank;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.harbor.text.Sentence;
import org.harbor.text.Splitter;

/** Keeps the sentences of a text that tell most of it, in their own order. */
public final class Summarizer {
  private final Splitter splitter;
  private final Scorer scorer;

  public Summarizer(Splitter splitter, Scorer scorer) {
    this.splitter = splitter;
    this.scorer = scorer;
  }

  public String summary(String text, int limit) {
    List<Sentence> sentences = splitter.sentences(text);
    Map<String, Integer> counts = counts(sentences);
    return sentences.stream()
        .sorted(Comparator.comparingDouble((Sentence s) -> -scorer.score(s, counts)))
        .limit(limit)
        .sorted(Comparator.comparingInt(Sentence::place))
        .map(Sentence::text)
        .collect(Collectors.joining(" "));
  }

  private static Map<String, Integer> counts(List<Sentence> sentences) {
    Map<String, Integer> counts = new HashMap<>();
    for (Sentence sentence : sentences) {
      for (String word : sentence.words()) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    return counts;
  }
}
