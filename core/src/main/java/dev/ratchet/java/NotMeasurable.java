package dev.ratchet.java;

/** Says why there is no value; it becomes the reason of a missing comparison. */
class NotMeasurable extends Exception {
  private static final long serialVersionUID = 1L;

  NotMeasurable(String reason) {
    super(reason);
  }

  /** The tasks take too little time to be compared. */
  static final class TooShort extends NotMeasurable {
    private static final long serialVersionUID = 1L;

    TooShort(String message) {
      super(message);
    }
  }
}
