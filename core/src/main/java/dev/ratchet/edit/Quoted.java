package dev.ratchet.edit;

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
