package desk.io;

/** Tells how long something took. */
public final class Pulse {
  private final long start = System.nanoTime();

  /** Returns the milliseconds since this was made. */
  public long millis() {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
