package dev.ratchet.java;

/**
 * Says why there is no value; it becomes the reason of a missing comparison.
 *
 * <p>What the program under measurement has a hand in is kept apart as detail: it has seen tasks,
 * so through its exit code, its last words or its number of steps it could tell of them to whoever
 * reads the reason.
 */
class NotMeasurable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String detail;

  NotMeasurable(String reason) {
    this(reason, "");
  }

  NotMeasurable(String reason, String detail) {
    super(reason);
    this.detail = detail;
  }

  /** Returns the same for somebody else, with words before it. */
  NotMeasurable after(String words) {
    return new NotMeasurable(words + reason(), detail);
  }

  /** Returns the reason in words of the host, which anybody may read. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /** Returns the reason with all that is known. */
  String inFull() {
    return detail.isEmpty() ? reason() : reason() + " (" + detail + ")";
  }

  /** The tasks take too little time to be compared. */
  static final class TooShort extends NotMeasurable {
    private static final long serialVersionUID = 1L;

    TooShort(String message) {
      super(message);
    }
  }
}
