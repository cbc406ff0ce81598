package dev.ratchet.spi;

/**
 * The how-manieth candidate of a run comes to its held-out tasks. The loop counts.
 *
 * <p>A rule that promises something of a whole run divides its error over the entries.
 *
 * @param number from 1 on; 0 where there is no entry, as on validation tasks
 * @param accepted how many earlier entries were accepted
 */
public record Entry(int number, int accepted) {
  /** No entry. */
  public static final Entry NONE = new Entry(0, 0);

  /**
   * Returns an entry.
   *
   * @throws IllegalArgumentException if a number is negative, or more were accepted than came
   */
  public Entry {
    if (number < 0 || accepted < 0 || accepted > Math.max(0, number - 1)) {
      throw new IllegalArgumentException(
          "There is no entry " + number + " with " + accepted + " accepted before it");
    }
  }
}
