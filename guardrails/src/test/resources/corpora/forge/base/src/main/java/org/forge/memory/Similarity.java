package org.forge.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.forge.text.Texts;

/** How alike two requests are. */
final class Similarity {
  private Similarity() {}

  static double jaccard(String left, String right) {
    List<String> a = Texts.words(left);
    List<String> b = Texts.words(right);
    Set<String> both = new HashSet<>();
    for (String word : a) {
      if (b.contains(word)) {
        both.add(word);
      }
    }
    Set<String> any = new HashSet<>(a);
    any.addAll(b);
    return (double) both.size() / any.size();
  }

  /** The number of edits from one text to the other. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0) {
          cost[i][j] = j;
        } else if (j == 0) {
          cost[i][j] = i;
        } else {
          int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          cost[i][j] =
              Math.min(
                  cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
