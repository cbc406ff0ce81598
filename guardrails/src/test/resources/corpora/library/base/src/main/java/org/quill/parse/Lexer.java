package org.quill.parse;

import java.util.ArrayList;
import java.util.List;
import org.quill.guard.Bounds;

/** Cuts an expression into tokens. */
final class Lexer {
    private static final String SYMBOLS = "+-*/%^(),";

    private final String text;
    private int at;

    Lexer(String text) {
        Bounds.checkLength(text.length());
        this.text = text;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                break;
            }
            tokens.add(next());
        }
        tokens.add(new Token.End(at));
        return tokens;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private Token next() {
        char c = text.charAt(at);
        if (Character.isDigit(c) || c == '.') {
            return number();
        }
        if (Character.isLetter(c)) {
            return name();
        }
        if (SYMBOLS.indexOf(c) >= 0) {
            return new Token.Symbol(c, at++);
        }
        throw new IllegalArgumentException("unexpected '" + c + "' at " + at);
    }

    private Token number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return new Token.Number(Double.parseDouble(text.substring(start, at)), start);
    }

    private Token name() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return new Token.Name(text.substring(start, at), start);
    }
}
