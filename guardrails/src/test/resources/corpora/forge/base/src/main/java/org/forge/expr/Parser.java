package org.forge.expr;

import java.util.List;
import org.forge.expr.Lexer.Kind;
import org.forge.expr.Lexer.Token;

/** Reads an expression by precedence. */
public final class Parser {
  private final List<Token> tokens;
  private int next = 0;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  public static Expr parse(String text) {
    Parser parser = new Parser(new Lexer(text).tokens());
    Expr expr = parser.expression(1);
    if (parser.peek().kind() != Kind.END) {
      throw new IllegalArgumentException("Unexpected " + parser.peek().text() + " in " + text);
    }
    return expr;
  }

  private Expr expression(int strength) {
    Expr left = operand();
    while (true) {
      Token token = peek();
      if (token.kind() != Kind.SIGN) {
        return left;
      }
      Expr.Op op = Expr.Op.of(token.text().charAt(0));
      if (op == null || op.strength() < strength) {
        return left;
      }
      next++;
      Expr right = expression(op.strength() + 1);
      left = new Expr.Bin(op, left, right);
    }
  }

  private Expr operand() {
    Token token = take();
    switch (token.kind()) {
      case NUMBER:
        return new Expr.Num(Rational.parse(token.text()));
      case NAME:
        return new Expr.Var(token.text());
      case SIGN:
        if (token.text().equals("-")) {
          return new Expr.Neg(operand());
        }
        if (token.text().equals("(")) {
          Expr inner = expression(1);
          expect(")");
          return inner;
        }
        throw new IllegalArgumentException("Unexpected " + token.text());
      default:
        throw new IllegalArgumentException("The expression ends early");
    }
  }

  private void expect(String sign) {
    Token token = take();
    if (!token.text().equals(sign)) {
      throw new IllegalArgumentException("Expected " + sign + " at " + token.at());
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }
}
