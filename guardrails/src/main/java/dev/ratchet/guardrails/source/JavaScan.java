package dev.ratchet.guardrails.source;

import java.util.ArrayList;
import java.util.List;

/**
 * What the characters of a Java text say before any parser sees it. Rules create and read it.
 *
 * <p>Comments, strings and code are told apart with Unicode escapes decoded, as the compiler does.
 */
public final class JavaScan {
  /** Something that a reader may not see as the compiler does. */
  public enum Kind {
    /** An ASCII character written as a Unicode escape. */
    ESCAPED_ASCII,
    /** A character beyond ASCII outside of comments and literals, escaped or not. */
    BEYOND_ASCII
  }

  /**
   * A character that stands out.
   *
   * @param kind why
   * @param codePoint the character, decoded
   * @param line the line, from 1
   */
  public record Oddity(Kind kind, int codePoint, int line) {}

  private enum State {
    CODE,
    LINE_COMMENT,
    BLOCK_COMMENT,
    STRING,
    CHARACTER,
    TEXT_BLOCK
  }

  private static final int ASCII = 0x80;
  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;

  private final List<Oddity> oddities = new ArrayList<>();
  private final StringBuilder decoded = new StringBuilder();
  private int[] lines = new int[0];
  private final Chains chains = new Chains();
  private int deepest;
  private int deepestLine = 1;

  private JavaScan() {}

  /** Returns what a text has. */
  public static JavaScan of(String text) {
    JavaScan scan = new JavaScan();
    scan.lines = new int[text.length()];
    scan.decode(text);
    scan.scan();
    return scan;
  }

  /** Returns the characters that stand out, in order. */
  public List<Oddity> oddities() {
    return List.copyOf(oddities);
  }

  /** Returns how deep brackets are nested at most. */
  public int deepest() {
    return deepest;
  }

  /** Returns the line where they are, from 1. */
  public int deepestLine() {
    return deepestLine;
  }

  /** Returns how many lambdas are nested in each other at most. */
  public int deepestLambda() {
    return chains.deepestLambda();
  }

  /** Returns how many operators, dots and brackets stand in a row without an end or a comma. */
  public int longestStatement() {
    return chains.longestStatement();
  }

  /** A backslash begins an escape only if an even number of backslashes stands before it. */
  private void decode(String text) {
    int line = 1;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int digits = c == '\\' ? digitsOfEscape(text, i) : 0;
      if (digits > 0) {
        add((char) Integer.parseInt(text.substring(digits, digits + HEX_DIGITS), HEX), line, true);
        i = digits + HEX_DIGITS;
      } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\\') {
        add(c, line, false);
        add(c, line, false);
        i += 2;
      } else {
        add(c, line, false);
        line += c == '\n' ? 1 : 0;
        i++;
      }
    }
  }

  /** Returns where the digits of an escape begin, or 0 if it is none. */
  private static int digitsOfEscape(String text, int backslash) {
    int i = backslash + 1;
    while (i < text.length() && text.charAt(i) == 'u') {
      i++;
    }
    if (i == backslash + 1 || i + HEX_DIGITS > text.length()) {
      return 0;
    }
    for (int digit = i; digit < i + HEX_DIGITS; digit++) {
      if (text.charAt(digit) >= ASCII || Character.digit(text.charAt(digit), HEX) < 0) {
        return 0;
      }
    }
    return i;
  }

  private void add(char c, int line, boolean isEscaped) {
    lines[decoded.length()] = line;
    decoded.append(c);
    if (isEscaped && c < ASCII) {
      oddities.add(new Oddity(Kind.ESCAPED_ASCII, c, line));
    }
  }

  private void scan() {
    State state = State.CODE;
    int depth = 0;
    int i = 0;
    while (i < decoded.length()) {
      char c = decoded.charAt(i);
      if (state == State.CODE) {
        depth = Math.max(0, depth + nesting(c));
        noteDepth(depth, i);
        noteBeyondAscii(c, i);
        chains.see(c, i + 1 < decoded.length() ? decoded.charAt(i + 1) : ' ');
      }
      State next = next(state, i);
      i += length(state, next, i);
      state = next;
    }
  }

  private static int nesting(char c) {
    return switch (c) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }

  private void noteDepth(int depth, int i) {
    if (depth > deepest) {
      deepest = depth;
      deepestLine = lines[i];
    }
  }

  private void noteBeyondAscii(char c, int i) {
    if (c >= ASCII && !Character.isLowSurrogate(c)) {
      oddities.add(new Oddity(Kind.BEYOND_ASCII, decoded.codePointAt(i), lines[i]));
    }
  }

  private boolean startsWith(int i, String wanted) {
    return i + wanted.length() <= decoded.length()
        && decoded.substring(i, i + wanted.length()).equals(wanted);
  }

  private State next(State state, int i) {
    char c = decoded.charAt(i);
    return switch (state) {
      case CODE -> nextInCode(c, i);
      case LINE_COMMENT -> c == '\n' || c == '\r' ? State.CODE : state;
      case BLOCK_COMMENT -> startsWith(i, "*/") ? State.CODE : state;
      case STRING -> c == '"' || c == '\n' || c == '\r' ? State.CODE : state;
      case CHARACTER -> c == '\'' || c == '\n' || c == '\r' ? State.CODE : state;
      case TEXT_BLOCK -> startsWith(i, "\"\"\"") ? State.CODE : state;
    };
  }

  private State nextInCode(char c, int i) {
    if (c == '"') {
      return startsWith(i, "\"\"\"") ? State.TEXT_BLOCK : State.STRING;
    }
    if (c == '\'') {
      return State.CHARACTER;
    }
    if (startsWith(i, "//")) {
      return State.LINE_COMMENT;
    }
    return startsWith(i, "/*") ? State.BLOCK_COMMENT : State.CODE;
  }

  /** Returns how many characters belong to what was just read: delimiters and escapes are long. */
  private int length(State state, State next, int i) {
    boolean literal =
        state == State.STRING || state == State.CHARACTER || state == State.TEXT_BLOCK;
    if (state == next) {
      return literal && decoded.charAt(i) == '\\' ? 2 : 1;
    }
    if (state == State.TEXT_BLOCK || next == State.TEXT_BLOCK) {
      return 3;
    }
    boolean comment = next == State.BLOCK_COMMENT || next == State.LINE_COMMENT;
    return comment || state == State.BLOCK_COMMENT ? 2 : 1;
  }
}
