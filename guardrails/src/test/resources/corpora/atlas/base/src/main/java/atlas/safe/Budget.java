package atlas.safe;

/** What may be spent in one session, in cents. */
public final class Budget {
  private int left;

  public Budget(int cents) {
    this.left = cents;
  }

  public synchronized boolean take(int cents) {
    if (cents < 0 || cents > left) {
      return false;
    }
    left -= cents;
    return true;
  }

  public synchronized void refund(int cents) {
    left += Math.max(0, cents);
  }

  public synchronized int left() {
    return left;
  }
}
