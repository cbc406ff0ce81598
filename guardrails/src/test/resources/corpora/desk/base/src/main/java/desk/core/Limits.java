package desk.core;

import java.util.List;

/** Numbers and words that several parts share. */
public final class Limits {
  /** The most that goes back to a customer without a person, in cents. */
  public static final int MOST_REFUND = 5_000;

  /** The most refunds of a day. */
  public static final int DAILY = Integer.parseInt("40");

  /** The most refunds of a week. */
  public static final int WEEKLY = Limits.DAILY * 5;

  /** Where mail may go. */
  public static final List<String> TRUSTED_DOMAINS = List.of("acme.example", "desk.example");

  /** The width of a line in lists. */
  public static final int LINE_WIDTH = 72;

  /** How many words a summary has at most. */
  public static final int SUMMARY_WORDS = 25;

  /** The greeting of a reply. */
  public static final String GREETING = "Hello";

  private Limits() {}

  /** Returns the most refunds of a number of days. */
  public static int refunds(int days) {
    return days >= 7 ? WEEKLY : Math.min(days * DAILY, WEEKLY);
  }

  /** Returns a number within bounds. */
  public static int clamp(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  /** Returns how many lines a text of this length takes. */
  public static int lines(int length) {
    return (length + LINE_WIDTH - 1) / LINE_WIDTH;
  }
}
