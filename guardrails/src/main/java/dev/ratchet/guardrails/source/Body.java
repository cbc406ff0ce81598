package dev.ratchet.guardrails.source;

import java.util.List;

/**
 * What a member of a type does: the body of a method or constructor, the initializer of a field.
 *
 * @param owner the full name of the type
 * @param name the simple name of the member
 * @param place where it is, as {@link Member#place} says it
 * @param parameters the names of the parameters, in order
 * @param type what it returns, as it is written; empty for what is no method
 * @param isPrivate whether only its file can use it
 * @param code what it does
 * @param line the line where it begins, from 1
 */
public record Body(
    String owner,
    String name,
    String place,
    List<String> parameters,
    String type,
    boolean isPrivate,
    Piece code,
    int line) {

  /** Returns a body; lists are copied. */
  public Body {
    parameters = List.copyOf(parameters);
  }

  /** Returns what stands for calls of it: its owner, name and number of parameters. */
  public String signature() {
    return owner + "#" + name + "/" + parameters.size();
  }
}
