package dev.ratchet.validate;

import dev.ratchet.isolation.Output;

/** The end of what a hostile process wrote, fit for a message. */
final class OutputTail {
  private static final int SHOWN = 2_000;

  private OutputTail() {}

  /** Returns the end of both streams, to be put after a statement. */
  static String of(Output out, Output err) {
    String both = part("output", out) + part("error output", err);
    return both.isEmpty() ? ". It wrote nothing" : both;
  }

  private static String part(String name, Output output) {
    String text = output.text().strip();
    if (text.isEmpty()) {
      return "";
    }
    String kept = output.isTruncated() ? ", as far as it was kept," : "";
    return ". Its " + name + kept + " ends with:\n" + escaped(end(text));
  }

  private static String end(String text) {
    return text.length() <= SHOWN ? text : "..." + text.substring(text.length() - SHOWN);
  }

  /** Returns the text with all but line ends escaped that a terminal would obey or hide. */
  static String escaped(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (point == '\n' || !isHidden(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append(String.format("\\u{%x}", point));
    }
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
