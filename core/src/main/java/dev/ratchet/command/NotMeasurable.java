package dev.ratchet.command;

/** Says why there is no value; it becomes the reason of a missing comparison. */
final class NotMeasurable extends Exception {
  private static final long serialVersionUID = 1L;

  NotMeasurable(String reason) {
    super(reason);
  }
}
