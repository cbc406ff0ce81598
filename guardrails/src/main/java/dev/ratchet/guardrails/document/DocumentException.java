package dev.ratchet.guardrails.document;

/** Word that a text is no document that can be read strictly. Readers throw it. */
public final class DocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;
  private final int column;

  DocumentException(String message, int line, int column) {
    super(message);
    this.reason = message;
    this.line = line;
    this.column = column;
  }

  /** Returns what is wrong, completing a sentence. */
  public String reason() {
    return reason;
  }

  /** Returns the line of the problem, from 1; 0 if it is not known. */
  public int line() {
    return line;
  }

  /** Returns the column of the problem, from 1; 0 if it is not known. */
  public int column() {
    return column;
  }
}
