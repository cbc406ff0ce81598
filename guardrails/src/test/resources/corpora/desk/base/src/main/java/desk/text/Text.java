package desk.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What is done to texts in several places. */
public final class Text {
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014";

  private Text() {}

  /** Returns a text in the form in which words are compared. */
  public static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return squeezed(undashed(plain));
  }

  /** Returns a text with one space wherever there was any. */
  public static String squeezed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String undashed(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(DASHES.indexOf(c) >= 0 ? '-' : c);
    }
    return plain.toString();
  }

  /** Returns whether a text has one of some words in it. */
  public static boolean containsAny(String text, Collection<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a text cut to a width. */
  public static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  /** Returns a text in lines of at most a width. */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Returns a text with its first letter in upper case. */
  public static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Returns how often a word stands in a text. */
  public static int occurrences(String text, String word) {
    int count = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
      count++;
    }
    return count;
  }
}
