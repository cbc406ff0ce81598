package dev.ratchet.guardrails.text;

/** Which characters a reader can't see. */
public final class Characters {
  private Characters() {}

  /** Returns whether a character is invisible, without meaning, or of private meaning. */
  public static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
      case Character.FORMAT,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isIgnorable(c);
    };
  }

  /** Letters, marks and symbols that are shown as nothing at all. */
  private static boolean isIgnorable(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || c >= 0x180B && c <= 0x180F
        || c == 0x2800
        || c == 0x3164
        || c >= 0xFE00 && c <= 0xFE0F
        || c == 0xFFA0
        || c >= 0xE0100 && c <= 0xE01EF;
  }
}
