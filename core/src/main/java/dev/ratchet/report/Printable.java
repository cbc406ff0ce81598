package dev.ratchet.report;

/** Makes text of unknown origin safe for a terminal and one line. */
final class Printable {
  private Printable() {}

  /** Returns the text on one line with nothing hidden in it, cut to this many characters. */
  static String of(String text, int limit) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> append(shown, point));
    return shown.length() <= limit ? shown.toString() : shown.substring(0, limit - 1) + "…";
  }

  private static void append(StringBuilder shown, int point) {
    if (point == '\n' || point == '\t') {
      shown.append(' ');
    } else if (isHidden(point)) {
      for (char unit : Character.toChars(point)) {
        shown.append(String.format("\\u%04x", (int) unit));
      }
    } else {
      shown.appendCodePoint(point);
    }
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
