package atlas.text;

/** Times of day as minutes after midnight. */
public final class Minutes {
  private Minutes() {}

  public static int of(String clock) {
    String[] parts = clock.split(":");
    if (parts.length != 2) {
      throw new IllegalArgumentException("not a time: " + clock);
    }
    return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
  }

  public static String text(int minutes) {
    int hours = minutes / 60;
    int rest = minutes % 60;
    return (hours < 10 ? "0" : "") + hours + ":" + (rest < 10 ? "0" : "") + rest;
  }
}
