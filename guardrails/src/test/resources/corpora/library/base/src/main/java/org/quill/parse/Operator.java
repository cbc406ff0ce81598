package org.quill.parse;

import java.util.Optional;

/** The operators, weakest first. */
enum Operator {
    PLUS('+', 1) {
        @Override
        double apply(double left, double right) {
            return left + right;
        }
    },
    MINUS('-', 1) {
        @Override
        double apply(double left, double right) {
            return left - right;
        }
    },
    TIMES('*', 2) {
        @Override
        double apply(double left, double right) {
            return left * right;
        }
    },
    OVER('/', 2) {
        @Override
        double apply(double left, double right) {
            return left / right;
        }
    },
    MODULO('%', 2) {
        @Override
        double apply(double left, double right) {
            return left % right;
        }
    };

    final char symbol;
    final int strength;

    Operator(char symbol, int strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    abstract double apply(double left, double right);

    static Optional<Operator> of(char symbol) {
        for (Operator operator : values()) {
            if (operator.symbol == symbol) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
