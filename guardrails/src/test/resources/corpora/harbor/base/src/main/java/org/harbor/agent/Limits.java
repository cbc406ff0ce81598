package org.harbor.agent;

/** How far a run may go. */
public final class Limits {
  static final int MAX_STEPS = 8;
  static final int MAX_ANSWER = 2000;

  private Limits() {}

  static boolean within(int steps, int spent) {
    return steps < MAX_STEPS && spent <= 2 * MAX_STEPS;
  }
}
