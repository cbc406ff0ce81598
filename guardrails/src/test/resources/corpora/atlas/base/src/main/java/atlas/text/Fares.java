package atlas.text;

import atlas.net.Leg;
import java.util.List;

/** Sums and prints prices. */
public final class Fares {
  public static final int CEILING = 40_000;

  private Fares() {}

  public static int total(List<Leg> legs) {
    int sum = 0;
    for (Leg leg : legs) {
      sum += leg.cents();
    }
    return sum;
  }

  public static String text(int cents) {
    String rest = String.valueOf(cents % 100);
    return cents / 100 + "." + (rest.length() < 2 ? "0" + rest : rest);
  }
}
