package org.quill.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quill.guard.Bounds;
import org.quill.guard.Stable;

/** Parses and evaluates arithmetic, such as {@code 2 * (x + 1)}. */
public final class Expression {
    /** The help text of the console. */
    public static final String HELP =
            """
            Write numbers, names and + - * / %.
            Functions: abs, max, min, round.
            """;

    private final List<Token> tokens;
    private final Map<String, Double> variables;
    private int next;
    private int depth;

    private Expression(List<Token> tokens, Map<String, Double> variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /** Returns the value of an expression without variables. */
    public static double evaluate(String text) {
        return evaluate(text, Collections.emptyMap());
    }

    /**
     * Returns the value of an expression.
     *
     * @throws IllegalArgumentException if it can't be understood
     */
    public static double evaluate(String text, Map<String, Double> variables) {
        Expression expression = new Expression(new Lexer(text).tokens(), new HashMap<>(variables));
        double value = expression.sum(0);
        expression.expectEnd();
        return value;
    }

    private double sum(int weakest) {
        enter(depth + 1);
        double left = factor();
        while (true) {
            Operator operator = operator();
            if (operator == null || operator.strength < weakest) {
                break;
            }
            next++;
            double right = sum(operator.strength + 1);
            left = operator.apply(left, right);
        }
        depth--;
        return left;
    }

    // must stay: bounds what a hostile text can cost
    private void enter(int now) {
        if (now > Bounds.MAX_DEPTH) {
            throw new IllegalArgumentException("nested too deeply");
        }
        depth = now;
    }

    private Operator operator() {
        Token token = tokens.get(next);
        if (token instanceof Token.Symbol) {
            Token.Symbol symbol = (Token.Symbol) token;
            return Operator.of(symbol.symbol()).orElse(null);
        }
        return null;
    }

    private double factor() {
        Token token = tokens.get(next++);
        if (token instanceof Token.Number) {
            return ((Token.Number) token).value();
        }
        if (token instanceof Token.Name) {
            String name = ((Token.Name) token).text();
            return isSymbol('(') ? call(name) : variable(name);
        }
        if (token instanceof Token.Symbol && ((Token.Symbol) token).symbol() == '-') {
            return -factor();
        }
        if (token instanceof Token.Symbol && ((Token.Symbol) token).symbol() == '(') {
            double value = sum(0);
            expect(')');
            return value;
        }
        throw new IllegalArgumentException("unexpected token at " + token.at());
    }

    private double variable(String name) {
        if (!variables.containsKey(name)) {
            throw new IllegalArgumentException("unknown name " + name);
        }
        return variables.get(name);
    }

    private double call(String name) {
        next++;
        List<Double> arguments = new ArrayList<>();
        while (!isSymbol(')')) {
            arguments.add(sum(0));
            if (isSymbol(',')) {
                next++;
            }
        }
        expect(')');
        return apply(name, arguments);
    }

    private static double apply(String name, List<Double> arguments) {
        switch (name) {
            case "abs":
                return Math.abs(arguments.get(0));
            case "max":
                return Collections.max(arguments);
            case "min":
                return Collections.min(arguments);
            case "round":
                return Math.round(arguments.get(0));
            default:
                throw new IllegalArgumentException("unknown function " + name);
        }
    }

    private boolean isSymbol(char symbol) {
        Token token = tokens.get(next);
        return token instanceof Token.Symbol && ((Token.Symbol) token).symbol() == symbol;
    }

    private void expect(char symbol) {
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException("expected " + symbol + " at " + tokens.get(next).at());
        }
        next++;
    }

    private void expectEnd() {
        if (!(tokens.get(next) instanceof Token.End)) {
            throw new IllegalArgumentException("unexpected token at " + tokens.get(next).at());
        }
    }

    /** Returns the version of the grammar. Others parse by it. */
    @Stable
    public static int grammar() {
        return 2;
    }
}
