package dev.ratchet.edit;

import java.nio.charset.StandardCharsets;

/** Foreign text made safe to show in a message: printable ASCII, in quotes, of bounded length. */
final class Quoted {

  private static final int SHOWN = 160;

  private Quoted() {}

  /** Returns the text in double quotes with everything but printable ASCII escaped. */
  static String text(String text) {
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
      append(shown, text.charAt(i));
    }
    return shown.append(text.length() > SHOWN ? "...\"" : "\"").toString();
  }

  /** Returns a line of a file, given as bytes, with what cannot be seen escaped. */
  static String line(String latin1) {
    String text = new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    StringBuilder shown = new StringBuilder();
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    line.codePoints().limit(SHOWN).forEach(c -> appendVisible(shown, c));
    return shown.append(line.length() > SHOWN ? "..." : "").toString();
  }

  private static void appendVisible(StringBuilder shown, int codePoint) {
    boolean hidden =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.PRIVATE_USE,
              Character.UNASSIGNED ->
              codePoint != '\t';
          default -> false;
        };
    if (hidden) {
      shown.append(codePoint == '\r' ? "\\r" : String.format("\\u{%x}", codePoint));
    } else {
      shown.appendCodePoint(codePoint);
    }
  }

  private static void append(StringBuilder shown, char c) {
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      case '"', '\\' -> shown.append('\\').append(c);
      default -> {
        if (c >= ' ' && c <= '~') {
          shown.append(c);
        } else {
          shown.append(String.format("\\u%04x", (int) c));
        }
      }
    }
  }
}
