package org.harbor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a text into sentences, and sentences into words. */
public final class Splitter {
  private static final Set<String> STOP_WORDS = Set.of("a", "an", "and", "in", "of", "the", "to");

  private final int shortest;

  public Splitter(int shortest) {
    this.shortest = shortest;
  }

  public List<Sentence> sentences(String text) {
    List<Sentence> found = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isEnd(text, i)) {
        add(found, text.substring(from, i + 1));
        from = i + 1;
      }
    }
    add(found, text.substring(from));
    return found;
  }

  private void add(List<Sentence> found, String piece) {
    String text = piece.strip();
    if (!text.isEmpty()) {
      found.add(new Sentence(found.size(), text, words(text)));
    }
  }

  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    return (c == '.' || c == '!' || c == '?')
        && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
  }

  /** The words in lower case, without stop words and what is too short. */
  public List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String raw : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (raw.length() >= shortest && !STOP_WORDS.contains(raw)) {
        words.add(raw);
      }
    }
    return words;
  }
}
