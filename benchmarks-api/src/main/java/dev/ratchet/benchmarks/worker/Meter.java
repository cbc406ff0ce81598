package dev.ratchet.benchmarks.worker;

import org.jspecify.annotations.Nullable;

/**
 * Counts the work of the code under measurement, which calls it. Only instrumented code does.
 *
 * <p>It counts exactly for code that runs in one thread. The state is static because a call without
 * receiver can stand anywhere in a method, even before {@code super()}, and needs no stack map.
 */
public final class Meter {
  private static long budget;
  private static long left;
  private static long outside;
  private static @Nullable Recorder recorder;

  private Meter() {}

  /** Counts a block of instructions; throws once the budget is used up, and ever after. */
  public static void step(int steps) {
    left -= steps;
    if (left < 0) {
      throw new OutOfSteps();
    }
  }

  /** Counts a block of instructions with calls to code that is not counted. */
  public static void step(int steps, int calls) {
    outside += calls;
    step(steps);
  }

  /** Counts without throwing, for handlers that guard themselves and would catch it for ever. */
  public static void count(int steps, int calls) {
    outside += calls;
    left -= steps;
  }

  /** Counts a block and notes its number. */
  public static void visit(int steps, int calls, int block) {
    Recorder current = recorder;
    if (current != null) {
      current.visit(block);
    }
    step(steps, calls);
  }

  /** Counts a block and notes its number, without throwing. */
  public static void pass(int steps, int calls, int block) {
    Recorder current = recorder;
    if (current != null) {
      current.visit(block);
    }
    count(steps, calls);
  }

  /** Notes that a method is entered; no arguments means that they can't be compared. */
  public static void enter(int method, Object @Nullable [] arguments) {
    Recorder current = recorder;
    if (current != null) {
      current.enter(method, arguments);
    }
  }

  static void begin(long steps, @Nullable Recorder newRecorder) {
    budget = steps;
    left = steps;
    outside = 0;
    recorder = newRecorder;
  }

  static long steps() {
    return budget - left;
  }

  static long outside() {
    return outside;
  }

  static boolean isExhausted() {
    return left < 0;
  }
}
