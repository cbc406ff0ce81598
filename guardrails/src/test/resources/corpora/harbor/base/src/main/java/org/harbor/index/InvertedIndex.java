package org.harbor.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.harbor.text.Splitter;

/** From each word to the documents that have it. */
public final class InvertedIndex {
  private final Splitter splitter;
  private final Map<String, String> documents;
  private final Map<String, Map<String, Integer>> postings;

  private InvertedIndex(Builder builder) {
    this.splitter = builder.splitter;
    this.documents = Map.copyOf(builder.documents);
    this.postings = builder.postings;
  }

  public static Builder builder(Splitter splitter) {
    return new Builder(splitter);
  }

  public Optional<String> text(String document) {
    return Optional.ofNullable(documents.get(document));
  }

  public int size() {
    return documents.size();
  }

  /** The best hits of a question, best first. */
  public List<Hit> find(String question, int limit) {
    Map<String, Double> weights = new TreeMap<>();
    for (String word : splitter.words(question)) {
      Map<String, Integer> found = postings.getOrDefault(word, Map.of());
      double rarity = Math.log(1.0 + (double) documents.size() / (1 + found.size()));
      found.forEach((document, count) -> weights.merge(document, count * rarity, Double::sum));
    }
    List<Hit> hits = new ArrayList<>();
    weights.forEach((document, weight) -> hits.add(new Hit(document, weight)));
    hits.sort(null);
    return hits.subList(0, Math.min(limit, hits.size()));
  }

  /** Collects documents. */
  public static final class Builder {
    private final Splitter splitter;
    private final Map<String, String> documents = new TreeMap<>();
    private final Map<String, Map<String, Integer>> postings = new HashMap<>();

    private Builder(Splitter splitter) {
      this.splitter = splitter;
    }

    public Builder add(String name, String text) {
      documents.put(name, text);
      for (String word : splitter.words(text)) {
        postings.computeIfAbsent(word, w -> new TreeMap<>()).merge(name, 1, Integer::sum);
      }
      return this;
    }

    public InvertedIndex build() {
      return new InvertedIndex(this);
    }
  }
}
