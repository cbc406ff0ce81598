package dev.ratchet.guardrails.source;

/** Word that a text is not Java at the level asked for. Parsing throws it. */
public final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;

  SyntaxException(String message, int line) {
    super(message);
    this.reason = message;
    this.line = line;
  }

  /** Returns what is wrong, completing a sentence. */
  public String reason() {
    return reason;
  }

  /** Returns the line of the first problem, from 1; 0 if it is not known. */
  public int line() {
    return line;
  }
}
