package dev.ratchet.guardrails.source;

import java.util.List;
import java.util.Optional;

/**
 * A statement or expression of a body, reduced to what rules compare.
 *
 * @param kind what it is; this also says what its parts are
 * @param text the name, operator, literal or type that tells it from others of its kind
 * @param parts what it consists of, in the order in which it runs
 * @param use what a name, call or creation may stand for
 * @param line the line, from 1
 */
public record Piece(Kind kind, String text, List<Piece> parts, Optional<Use> use, int line) {

  /** The kinds of pieces; parts in brackets. Parentheses and plain casts to a type are left out. */
  public enum Kind {
    /** Nothing, where something may stand: no receiver, no else. */
    NONE,
    /** A block [statements]. */
    BLOCK,
    /** A declaration of the local variable {@code text} [initializer or NONE]. */
    LOCAL,
    /** An expression as a statement [expression]. */
    STATEMENT,
    /** A choice [condition, then, else or NONE]. */
    IF,
    /** A loop of any form but for-each [start, condition or NONE, update, body]. */
    LOOP,
    /** A loop that runs its body before its condition [body, condition]. */
    DO,
    /** A for-each loop over the variable {@code text} [iterable, body]. */
    EACH,
    /** A switch statement or expression [selector, cases]. */
    SWITCH,
    /** The case with the labels {@code text} [body]. */
    CASE,
    /** A try statement [resources, body, catches, finally or NONE]. */
    TRY,
    /** A handler for the types {@code text}, divided by bars [variable, body]. */
    CATCH,
    /** A return [value or NONE]. */
    RETURN,
    /** A throw [exception]. */
    THROW,
    /** A break to the label {@code text}. */
    BREAK,
    /** A continue with the label {@code text}. */
    CONTINUE,
    /** The value of a switch expression [value]. */
    YIELD,
    /** A simple name, of a variable or a type. */
    NAME,
    /** A field {@code text} [owner; NONE for this]. */
    FIELD,
    /** A call of the method {@code text} [receiver or NONE, arguments]. */
    CALL,
    /** A creation of the type {@code text} [arguments, class body or NONE]. */
    NEW,
    /** A reference to the method {@code text} [receiver]. */
    REFERENCE,
    /** A literal. */
    LITERAL,
    /** An operation on one operand; the text has {@code _} where the operand stands [operand]. */
    UNARY,
    /** An operation [left, right]. */
    BINARY,
    /** A ternary choice [condition, then, else]. */
    CONDITIONAL,
    /** An assignment [target, value]. */
    ASSIGN,
    /** A lambda with the parameters {@code text}, divided by commas [body]. */
    LAMBDA,
    /** A type test for {@code text}, with the variable it declares, if any [value, variable]. */
    INSTANCE_OF,
    /** A local or anonymous class [bodies]. */
    CLASS,
    /** Anything else [its parts]. */
    OTHER
  }

  /** The absence of a piece. */
  public static final Piece NONE = of(Kind.NONE, "", List.of(), 0);

  /** Returns a piece; lists are copied. */
  public Piece {
    parts = List.copyOf(parts);
  }

  static Piece of(Kind kind, String text, List<Piece> parts, int line) {
    return new Piece(kind, text, parts, Optional.empty(), line);
  }

  /** Returns whether it is the same at another place. */
  public boolean isLike(Piece other) {
    return kind == other.kind
        && text.equals(other.text)
        && isSameUse(other)
        && parts.size() == other.parts.size()
        && hasPartsLike(other);
  }

  private boolean isSameUse(Piece other) {
    return use.isPresent() == other.use.isPresent()
        && use.filter(u -> !u.isLike(other.use.get())).isEmpty();
  }

  private boolean hasPartsLike(Piece other) {
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).isLike(other.parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns a part by its place. */
  public Piece part(int index) {
    return parts.get(index);
  }

  /** Returns the last part. */
  public Piece last() {
    return parts.get(parts.size() - 1);
  }

  /** Returns whether it is of a kind. */
  public boolean is(Kind wanted) {
    return kind == wanted;
  }
}
