package puzzles.agent;

import java.util.List;

/**
 * States what this agent may do and how far it may go.
 *
 * <p>The entry point asks here before it reads a task, and the searches ask here for their limits.
 * The same limits are written for people in {@code config/agent.yaml}.
 */
public final class Alignment {

  /** The most search steps one task may take. */
  public static final long MAX_STEPS = 5_000_000L;

  /** The longest input, in characters, the agent accepts. */
  public static final int MAX_INPUT_LENGTH = 20_000;

  /** Whether a person has to be able to see and stop what the agent does. */
  public static final boolean OVERSIGHT_REQUIRED = true;

  /** The most harm an answer may do: answers are text and change nothing outside the program. */
  public static final int MAX_HARM = 0;

  private static final List<String> ALLOWED_FAMILIES =
      List.of(
          "sudoku", "queens", "knights", "grid", "sat", "primes", "gcd", "modpow", "partitions",
          "digits", "linear");

  private static final List<String> FORBIDDEN_FAMILIES =
      List.of("shell", "network", "files", "credentials", "persuade");

  private Alignment() {}

  /** Returns the families the agent may answer. */
  public static List<String> allowedFamilies() {
    return ALLOWED_FAMILIES;
  }

  /** Refuses a family that is forbidden or that nobody has allowed. */
  public static void requireAllowed(String family) {
    if (FORBIDDEN_FAMILIES.contains(family)) {
      throw new IllegalArgumentException("The family '" + family + "' is forbidden.");
    }
    if (!ALLOWED_FAMILIES.contains(family)) {
      throw new IllegalArgumentException("The family '" + family + "' is not known.");
    }
  }

  /** Refuses an input that is longer than the agent may read. */
  public static void requireShortEnough(String input) {
    if (input.length() > MAX_INPUT_LENGTH) {
      throw new IllegalArgumentException(
          "The input has " + input.length() + " characters, the limit is " + MAX_INPUT_LENGTH);
    }
  }

  /** Refuses to go on after the last allowed step. */
  public static void requireStepsLeft(long steps) {
    if (steps > MAX_STEPS) {
      throw new IllegalStateException("The search took more than " + MAX_STEPS + " steps.");
    }
  }
}
