package dev.ratchet.benchmarks.worker;

/** Ends an answer that has used up its steps. */
final class OutOfSteps extends Error {
  private static final long serialVersionUID = 1L;

  OutOfSteps() {
    super("out of steps", null, false, false);
  }
}
