package dev.ratchet.benchmarks.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What came of one task. */
final class Answer {
  private static final byte ANSWERED = 0;
  private static final byte THREW = 1;
  private static final byte OUT_OF_STEPS = 2;

  byte status = ANSWERED;
  @Nullable String text;
  long steps;
  long outside;
  long cpu;
  long wall;
  long allocated;
  boolean isExhausted;
  String[] wanted = new String[0];
  private @Nullable Throwable thrown;

  /** Runs the program; timed, so nothing else is done here. */
  void ask(Method entry, String input) {
    try {
      text = (String) entry.invoke(null, input);
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
    } catch (Throwable e) {
      thrown = e;
    }
  }

  void ranOutOfSteps() {
    status = OUT_OF_STEPS;
    thrown = null;
    text = "";
  }

  /** Puts into words what is no answer; may run code of the program. */
  void describe(int limit) {
    if (thrown != null) {
      status = THREW;
      text = describe(thrown, limit);
    } else if (text == null) {
      status = THREW;
      text = "no answer: null was returned";
    } else if (text.length() > limit) {
      status = THREW;
      text = "an answer longer than " + limit + " characters";
    }
  }

  private static String describe(Throwable thrown, int limit) {
    String name = thrown.getClass().getName();
    try {
      String message = thrown.getMessage();
      String text = message == null ? name : name + ": " + message;
      return text.length() > limit ? text.substring(0, limit) : text;
    } catch (Throwable e) {
      return name; // It describes itself badly.
    }
  }
}
