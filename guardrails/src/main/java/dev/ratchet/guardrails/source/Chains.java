package dev.ratchet.guardrails.source;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Measures what makes parsers and compilers slow without deep brackets: lambdas within lambdas,
 * whose types javac tries out again at each level, and statements that never end.
 */
final class Chains {
  /** How many lambdas have begun at each depth of brackets and not ended. */
  private final Deque<Integer> begun = new ArrayDeque<>();

  private int here;
  private int lambdas;
  private int deepest;
  private int length;
  private int longest;

  /** Takes the next character of code. */
  void see(char c, char next) {
    switch (c) {
      case '(', '[', '{' -> open();
      case ')', ']', '}' -> close();
      default -> {}
    }
    if (c == '-' && next == '>') {
      here++;
      deepest = Math.max(deepest, ++lambdas);
    }
    if (c == ',' || c == ';' || c == '}') {
      end();
    }
    if (c == ',' || c == ';' || c == '}' || c == '{') {
      length = 0;
    } else if (!Character.isJavaIdentifierPart(c) && !Character.isWhitespace(c)) {
      longest = Math.max(longest, ++length);
    }
  }

  private void open() {
    begun.push(here);
    here = 0;
  }

  private void close() {
    end();
    here = begun.isEmpty() ? 0 : begun.pop();
  }

  /** What stands after a comma, a semicolon or a block is in none of the lambdas before it. */
  private void end() {
    lambdas -= here;
    here = 0;
  }

  int deepestLambda() {
    return deepest;
  }

  int longestStatement() {
    return longest;
  }
}
