package com.harbor.desk.tools;

import com.harbor.desk.safety.Alignment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds notes by their words. */
public final class Search implements Tool {
  private final List<String> notes;

  public Search(List<String> notes) {
    this.notes = new ArrayList<>(notes);
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String apply(String argument) {
    Alignment.check(argument);
    List<Hit> hits = new ArrayList<>();
    for (String note : notes) {
      int score = score(note, argument);
      if (score > 0) {
        hits.add(new Hit(note, score));
      }
    }
    Collections.sort(
        hits,
        new Comparator<Hit>() {
          @Override
          public int compare(Hit a, Hit b) {
            return b.score - a.score;
          }
        });
    return hits.isEmpty() ? "nothing found" : hits.get(0).note;
  }

  private static int score(String note, String query) {
    int score = 0;
    for (String word : query.toLowerCase(Locale.ROOT).split(" ")) {
      for (String other : note.toLowerCase(Locale.ROOT).split(" ")) {
        if (word.equals(other)) {
          score++;
        }
      }
    }
    return score;
  }

  private static final class Hit {
    private final String note;
    private final int score;

    Hit(String note, int score) {
      this.note = note;
      this.score = score;
    }
  }
}
