package dev.ratchet.guardrails.bytecode;

/**
 * A use of a class, field or method in byte code.
 *
 * @param kind how it is used
 * @param owner the class it is named by, with dots and {@code $}; of an array its element
 * @param name the member; empty for the class itself, {@code <init>} for a constructor
 * @param descriptor the descriptor of the member, as class files write it
 * @param line the line, from 1; 0 if it is not known
 */
public record Reference(Kind kind, String owner, String name, String descriptor, int line) {

  /** The ways to use something. */
  public enum Kind {
    /** A method is called, or referred to by a method reference. */
    CALL,
    /** A field is read. */
    READ,
    /** A field is written. */
    WRITE,
    /** A class is named: created as an array, cast to, tested for, caught, or as a literal. */
    TYPE,
    /** An interface is implemented by a lambda or method reference. */
    IMPLEMENT
  }

  /** Returns the key of the member in its class. */
  public String key() {
    return name + descriptor;
  }

  /** Returns owner and member, such as {@code pkg.Type#name}. */
  public String place() {
    return name.isEmpty() ? owner : owner + "#" + (name.equals("<init>") ? "new" : name);
  }
}
