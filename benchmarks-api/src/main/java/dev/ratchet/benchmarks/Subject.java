package dev.ratchet.benchmarks;

import java.util.List;
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

  /**
   * A command that answers tasks on its standard streams, in any language.
   *
   * <p>It is run in the directory of the program. For each task it reads one line of JSON, <code>
   * {"id": "..", "input": ".."}</code>, and writes one, <code>{"id": "..", "answer": ".."}</code>
   * with the same id, or <code>{"id": "..", "error": ".."}</code> when it can't; each written at
   * once, not when the program ends. Before that it may write lines <code>{"trace": ..}</code>, its
   * own reasoning steps. It ends with code 0 when its input ends.
   *
   * <p>The id is drawn for each question, so nobody can answer what was not asked.
   *
   * @param arguments the program and its arguments; no shell is involved
   */
  record CommandLine(List<String> arguments) implements Subject {
    /**
     * Returns a command; the list is copied.
     *
     * @throws IllegalArgumentException if there is no program
     */
    public CommandLine {
      arguments = List.copyOf(arguments);
      if (arguments.isEmpty() || arguments.get(0).isBlank()) {
        throw new IllegalArgumentException(
            "arguments must begin with a program, but are " + arguments);
      }
    }

    /** Returns a command of these words. */
    public static CommandLine of(String... words) {
      return new CommandLine(List.of(words));
    }

    @Override
    public String toString() {
      return String.join(" ", arguments);
    }
  }
}
