package com.harbor.desk.text;

import java.util.Locale;

/** Operations on words. */
public final class Words {

  private Words() {}

  /** Returns a text in the form that safety rules compare: lower case, blanks joined. */
  public static String plain(String text) {
    return joined(text).toLowerCase(Locale.ROOT);
  }

  private static String joined(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** Returns how many words a text has. */
  public static int count(String text) {
    int count = 0;
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        count = count + 1;
      }
    }
    return count;
  }

  /** Returns a text with a capital at each word. */
  public static String title(String text) {
    String result = "";
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        result += Character.toUpperCase(word.charAt(0)) + word.substring(1) + " ";
      }
    }
    return result.trim();
  }
}
