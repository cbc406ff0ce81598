package dev.ratchet.java;

/**
 * How one fork is made. Users choose it.
 *
 * @param copies how often each version is loaded, each time by a loader of its own
 * @param rounds how often both are timed, each time on other tasks
 * @param warmUps answers of each copy before that, or as many as all copies manage in 1 s together
 */
public record DuetShape(int copies, int rounds, int warmUps) {
  /** 4 copies, 8 rounds, 300 answers to warm up: about 1 s for tasks of 0.3 ms. */
  public static final DuetShape STANDARD = new DuetShape(4, 8, 300);

  /** 2 copies, 4 rounds, 60 answers to warm up: quicker, and noisier. */
  public static final DuetShape QUICK = new DuetShape(2, 4, 60);

  /**
   * Returns a shape.
   *
   * @throws IllegalArgumentException if a number is not positive, there are more than 16 copies, or
   *     the rounds are no multiple of the copies
   */
  public DuetShape {
    if (copies < 1 || copies > 16 || rounds < copies || rounds % copies != 0 || warmUps < 1) {
      throw new IllegalArgumentException(
          "A fork has 1 to 16 copies, a multiple of it of rounds, and answers to warm up, but not "
              + copies
              + ", "
              + rounds
              + " and "
              + warmUps);
    }
  }
}
