package atlas.plan;

/** Where from, where to, and when at the earliest. */
public record Query(String from, String to, int earliest) {
  public static Query of(String from, String to) {
    return new Query(from, to, 0);
  }
}
