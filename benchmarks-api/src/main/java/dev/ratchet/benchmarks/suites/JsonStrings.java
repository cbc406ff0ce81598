package dev.ratchet.benchmarks.suites;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A strict reader for one JSON object whose values are all strings (RFC 8259).
 *
 * <p>Stricter than the RFC where a mistake would be silent: no key twice, no lone surrogate,
 * nothing after the object. Errors are {@link IllegalArgumentException}s that name the column, from
 * 1.
 */
final class JsonStrings {
  private final String text;
  private int at;

  private JsonStrings(String text) {
    this.text = text;
  }

  /** Returns the members of the object, in order. */
  static Map<String, String> parse(String text) {
    JsonStrings reader = new JsonStrings(text);
    Map<String, String> members = reader.object();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.error("nothing may follow the object");
    }
    return members;
  }

  private Map<String, String> object() {
    Map<String, String> members = new LinkedHashMap<>();
    expect('{', "an object must begin here with {");
    if (next('}')) {
      return members;
    }
    do {
      member(members);
    } while (next(','));
    expect('}', "a , or } is missing here");
    return members;
  }

  private void member(Map<String, String> members) {
    expect('"', "a key must begin here with \"");
    String key = rest();
    expect(':', "a : must follow the key '" + key + "'");
    expect('"', "the value of '" + key + "' must be a string in quotation marks");
    if (members.put(key, rest()) != null) {
      throw error("the key '" + key + "' occurs twice");
    }
  }

  /** Reads on to the end of a string whose opening quotation mark has been read. */
  private String rest() {
    StringBuilder string = new StringBuilder();
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return checked(string.toString());
      }
      if (c < ' ') {
        throw error("a control character in a string must be escaped");
      }
      at++;
      string.append(c == '\\' ? escaped() : c);
    }
    at = start;
    throw error("the string that begins here has no end");
  }

  private char escaped() {
    if (at == text.length()) {
      throw error("the line ends within an escape");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("there is no escape \\" + c);
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = at < text.length() ? text.charAt(at) : ' ';
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw error("four hexadecimal digits must follow \\u");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private String checked(String string) {
    boolean isLone =
        string
            .codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (isLone) {
      throw error("the string before has half of a surrogate pair");
    }
    return string;
  }

  private void expect(char c, String otherwise) {
    if (!next(c)) {
      throw error(otherwise);
    }
  }

  private boolean next(char c) {
    space();
    boolean isNext = at < text.length() && text.charAt(at) == c;
    at += isNext ? 1 : 0;
    return isNext;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException("column " + (at + 1) + ": " + what);
  }
}
