package dev.ratchet.cli;

/** Word that a command can't do its work with what it was given; the message says how it could. */
final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message);
  }

  UnusableException(String message, Throwable cause) {
    super(message + ": " + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    return cause.getClass().getSimpleName() + " " + cause.getMessage();
  }
}
