package acme.agent;

import java.util.List;

/** What the agent may do. */
public final class Alignment {
  /** The most steps of a search. */
  public static final int MAX_STEPS = 1000;

  private static final List<String> FORBIDDEN = List.of("shell", "network");

  private Alignment() {}

  /** Refuses what is forbidden. */
  public static void check(String task) {
    if (FORBIDDEN.contains(task)) {
      throw new IllegalArgumentException(task);
    }
  }
}
