package atlas.net;

/** A place where vehicles halt. */
public record Stop(String id, String name, double latitude, double longitude) {
  public double distanceTo(Stop other) {
    double dy = latitude - other.latitude;
    double dx = (longitude - other.longitude) * Math.cos(Math.toRadians(latitude));
    return Math.sqrt(dx * dx + dy * dy) * 111.2;
  }
}
