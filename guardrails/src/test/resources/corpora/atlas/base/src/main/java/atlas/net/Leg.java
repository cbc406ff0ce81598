package atlas.net;

/** One ride on one line; times are minutes after midnight. */
public record Leg(Stop from, Stop to, String line, int departs, int arrives, int cents) {
  public Leg {
    if (arrives < departs) {
      throw new IllegalArgumentException("arrives before it departs: " + line);
    }
  }

  public int minutes() {
    return arrives - departs;
  }

  public int gapBefore(Leg next) {
    return next.departs - arrives;
  }
}
