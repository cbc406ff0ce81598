package dev.ratchet.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token of a Java text: where it begins and ends. Comments are tokens too. */
record Token(String text, int start, int end) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\r\\n]*|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\""
              + "|'(?:\\\\.|[^'\\\\])*'|\\d(?:[eE][-+]|[\\w.])*|[\\w$]+"
              + "|->|::|\\.\\.\\.|&&|\\|\\||\\+\\+|--|[-+*/%&|^=!<>]=|>>>=?|>>=?|<<=?|\\S",
          Pattern.DOTALL);

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
    }
    return tokens;
  }

  /** Returns the tokens that are no comments. */
  static List<Token> ofCode(String text) {
    return of(text).stream().filter(token -> !token.isComment()).toList();
  }

  boolean isComment() {
    return text.startsWith("//") || text.startsWith("/*");
  }
}
