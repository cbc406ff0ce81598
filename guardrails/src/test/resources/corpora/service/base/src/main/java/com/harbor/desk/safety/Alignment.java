package com.harbor.desk.safety;

import com.harbor.desk.text.Words;
import java.util.List;

/** What the assistant may do at all. */
public final class Alignment {
  /** The most steps of one answer. */
  public static final int MAX_STEPS = 40;

  private static final List<String> FORBIDDEN = List.of("shell", "payment", "erase");

  private Alignment() {}

  /** Refuses a request that asks for something forbidden. */
  public static void check(String request) {
    String plain = Words.plain(request);
    for (String word : FORBIDDEN) {
      if (plain.contains(word)) {
        throw new RefusedException("not allowed: " + word);
      }
    }
  }

  /** Returns whether an answer may leave the house. */
  public static boolean mayLeave(String answer) {
    return !answer.contains("password") && answer.length() <= 4_000;
  }
}
