package dev.ratchet.cli;

import java.util.List;
import java.util.Locale;

/** Foreign text made safe for a terminal and a log: printable ASCII, all else by code point. */
final class Escaped {
  private Escaped() {}

  /** Returns the text on one line. */
  static String line(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  /** Returns the lines of a text, each escaped. */
  static List<String> lines(String text) {
    return text.lines().map(line -> line(line.replace("\t", "  "))).toList();
  }

  /** Returns the text in quotes, on one line. */
  static String quoted(String text) {
    return "'" + line(text) + "'";
  }

  private static void append(StringBuilder shown, int point) {
    if (point >= ' ' && point <= '~') {
      shown.append((char) point);
    } else {
      shown.append(String.format(Locale.ROOT, "<U+%04X>", point));
    }
  }
}
