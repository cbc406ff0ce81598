package org.harbor.text;

import java.util.List;

/** One sentence of a document, with its place and its words. */
public record Sentence(int place, String text, List<String> words) {

  public Sentence {
    words = List.copyOf(words);
  }

  public int length() {
    return words.size();
  }

  public boolean mentions(String word) {
    return words.contains(word);
  }
}
