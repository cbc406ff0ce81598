package org.forge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small operations on text. */
public final class Texts {
  private Texts() {}

  /** Returns the words of a text in lower case. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Returns a text of at most so many characters. */
  public static String shortened(String text, int length) {
    if (text.length() < length) {
      return text;
    }
    return text.substring(0, length - 3) + "...";
  }

  public static String repeated(String text, int times) {
    String all = "";
    for (int i = 0; i < times; i++) {
      all = all + text;
    }
    return all;
  }

  public static boolean isBlank(String text) {
    return text == null || text.trim().length() == 0;
  }

  public static String indented(String text, int depth) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n")) {
      out.append(repeated("  ", depth)).append(line).append("\n");
    }
    return out.toString();
  }

  public static int count(String text, char wanted) {
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == wanted) {
        n++;
      }
    }
    return n;
  }

  public static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase() + text.substring(1);
  }
}
