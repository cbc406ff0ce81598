package dev.ratchet.guardrails.text;

/** Foreign text made safe to show: hidden characters visible, length bounded. */
public final class Shown {
  private static final int LONGEST = 120;

  private Shown() {}

  /** Returns the text in single quotes with everything but printable ASCII escaped. */
  public static String quoted(String text) {
    return "'" + text(text) + "'";
  }

  /** Returns the text with everything but printable ASCII escaped. */
  public static String text(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append("...");
    }
    return shown.toString();
  }

  /** Returns a character as Unicode writes it, such as {@code U+202E}. */
  public static String character(int codePoint) {
    return String.format("U+%04X", codePoint);
  }

  private static void append(StringBuilder shown, int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      shown.append((char) codePoint);
    } else {
      shown.append('<').append(character(codePoint)).append('>');
    }
  }
}
