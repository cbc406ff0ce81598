package dev.ratchet.benchmarks;

import java.util.Objects;

/** What is measured: something in the target that answers tasks. Users create it. */
public sealed interface Subject {
  /**
   * A public static method from text to text.
   *
   * @param type binary name of the class
   * @param method name of a {@code public static String method(String)}
   */
  record EntryPoint(String type, String method) implements Subject {
    /** Returns an entry point; no parameter may be null. */
    public EntryPoint {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(method, "method");
    }

    /**
     * Returns the entry point written as {@code package.Type#method}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static EntryPoint parse(String text) {
      int hash = text.indexOf('#');
      if (hash <= 0 || hash != text.lastIndexOf('#') || hash == text.length() - 1) {
        throw new IllegalArgumentException(
            "An entry point is written package.Type#method, but is '" + text + "'");
      }
      return new EntryPoint(text.substring(0, hash), text.substring(hash + 1));
    }

    @Override
    public String toString() {
      return type + "#" + method;
    }
  }
}
