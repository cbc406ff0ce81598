package dev.ratchet.guardrails.source;

import java.util.List;
import java.util.Set;

/**
 * A declaration inside a type, or a type itself, reduced to what rules compare.
 *
 * @param kind what is declared
 * @param owner the full name of the enclosing type, or of the package for a type at the top
 * @param name the simple name; of a constructor that of its type
 * @param parameters the simple types of the parameters, in order
 * @param text its tokens, without comments and layout
 * @param annotations its annotations, resolved by the imports
 * @param identifiers all names in it
 * @param line the line where it begins, from 1
 */
public record Member(
    Kind kind,
    String owner,
    String name,
    List<String> parameters,
    String text,
    Set<String> annotations,
    Set<String> identifiers,
    int line) {

  /** The kinds of declarations. */
  public enum Kind {
    /** A class, interface, enum, record or annotation type with all that is in it. */
    TYPE,
    /** A type up to its body: modifiers, annotations, type parameters, supertypes, components. */
    HEADER,
    /** A field, one for each variable. */
    FIELD,
    /** A method or element of an annotation type. */
    METHOD,
    /** A constructor, also a compact one. */
    CONSTRUCTOR,
    /** An initializer block. */
    INITIALIZER,
    /** A constant of an enum. */
    CONSTANT
  }

  /** Returns a member; collections are copied. */
  public Member {
    parameters = List.copyOf(parameters);
    annotations = Set.copyOf(annotations);
    identifiers = Set.copyOf(identifiers);
  }

  /** Returns the full name of a type. */
  public String fullName() {
    return owner.isEmpty() ? name : owner + "." + name;
  }

  /** Returns the place in words, such as {@code pkg.Type#name(int)}. */
  public String place() {
    return switch (kind) {
      case TYPE, HEADER -> fullName();
      case METHOD, CONSTRUCTOR -> owner + "#" + name + "(" + String.join(",", parameters) + ")";
      case FIELD, CONSTANT -> owner + "#" + name;
      case INITIALIZER -> owner + "#{}";
    };
  }
}
