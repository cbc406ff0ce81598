package org.forge.expr;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens. */
final class Lexer {
  record Token(Kind kind, String text, int at) {}

  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    END
  }

  private final String text;
  private int at = 0;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ') {
        at++;
      } else if (Character.isDigit(c)) {
        tokens.add(new Token(Kind.NUMBER, number(), at));
      } else if (Character.isLetter(c)) {
        tokens.add(new Token(Kind.NAME, name(), at));
      } else {
        tokens.add(new Token(Kind.SIGN, String.valueOf(c), at));
        at++;
      }
    }
    tokens.add(new Token(Kind.END, "", at));
    return tokens;
  }

  private String number() {
    String digits = "";
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      digits += text.charAt(at);
      at++;
    }
    return digits;
  }

  private String name() {
    String name = "";
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      name += text.charAt(at);
      at++;
    }
    return name;
  }
}
