package dev.ratchet.spi;

/**
 * What a proposal cost, as its proposer reports it. Proposers create it, budgets add it up.
 *
 * @param tokens tokens read and written
 * @param micros money in millionths of the host's currency unit
 */
public record Cost(long tokens, long micros) {
  /** Nothing. */
  public static final Cost NONE = new Cost(0, 0);

  /**
   * Returns a cost.
   *
   * @throws IllegalArgumentException if a part is negative
   */
  public Cost {
    if (tokens < 0 || micros < 0) {
      throw new IllegalArgumentException(
          "A cost can't be negative, but is " + tokens + " tokens, " + micros + " micros");
    }
  }

  /** Returns the sum of two costs, at most {@link Long#MAX_VALUE} in each part. */
  public Cost plus(Cost other) {
    return new Cost(sum(tokens, other.tokens), sum(micros, other.micros));
  }

  private static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
