package desk.core;

/** Something that is counted up to a limit. */
public abstract class Counter {
  private int count;

  /** Returns the number at which it is over. */
  protected abstract int most();

  /** Counts one more. */
  protected int next() {
    count++;
    return count;
  }

  /** Returns how often it was counted. */
  public int count() {
    return count;
  }

  /** Returns how much is left. */
  public int left() {
    return Math.max(0, most() - count);
  }

  /** Returns how full it is, from 0 to 100. */
  public int percent() {
    return most() == 0 ? 100 : 100 * count / most();
  }
}
