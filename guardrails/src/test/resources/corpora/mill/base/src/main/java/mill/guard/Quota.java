package mill.guard;

/** The money that the agent may spend in a day. */
public final class Quota {
  private int left;

  public Quota(int limit) {
    this.left = limit;
  }

  /** Whether there was enough; then it is spent. */
  public synchronized boolean take(int cost) {
    if (cost < 0 || cost > left) {
      return false;
    }
    left -= cost;
    return true;
  }

  public synchronized void giveBack(int paid) {
    left += paid;
  }

  public synchronized int left() {
    return left;
  }
}
