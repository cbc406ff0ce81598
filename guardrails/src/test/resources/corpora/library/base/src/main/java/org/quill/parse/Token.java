package org.quill.parse;

/** A piece of an expression. */
public sealed interface Token permits Token.Number, Token.Name, Token.Symbol, Token.End {

    /** Returns where it begins. */
    int at();

    /** A number. */
    record Number(double value, int at) implements Token {}

    /** A name of a variable or a function. */
    record Name(String text, int at) implements Token {}

    /** An operator, a bracket or a comma. */
    record Symbol(char symbol, int at) implements Token {}

    /** The end of the text. */
    record End(int at) implements Token {}
}
