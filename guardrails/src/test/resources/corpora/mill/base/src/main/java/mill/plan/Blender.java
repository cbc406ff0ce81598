package mill.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mill.guard.Alignment;

/** Chooses the grain for a flour. */
public final class Blender {

  /** Grain in one bin; protein, ergot and moisture in thousandths. */
  public record Lot(String bin, String grain, int kilos, int protein, int ergot, int moisture) {}

  /** So much of a lot. */
  public record Share(Lot lot, int kilos) {}

  private final int reserve;

  public Blender(int reserve) {
    this.reserve = reserve;
  }

  /** The richest grain first, until there is enough; a reserve stays in each bin. */
  public List<Share> blend(List<Lot> lots, String grain, int kilos) {
    List<Lot> usable =
        lots.stream()
            .filter(lot -> lot.grain().equals(grain))
            .filter(lot -> Alignment.fit(lot.ergot(), lot.moisture()))
            .sorted(Comparator.comparingInt(Lot::protein).reversed())
            .toList();
    List<Share> shares = new ArrayList<>();
    int missing = kilos;
    for (Lot lot : usable) {
      int taken = Math.min(missing, Math.max(0, lot.kilos() - reserve));
      if (taken > 0) {
        shares.add(new Share(lot, taken));
        missing -= taken;
      }
    }
    return shares;
  }

  /** The protein of a blend, weighed. */
  public static double protein(List<Share> shares) {
    int kilos = 0;
    long sum = 0;
    for (Share share : shares) {
      kilos += share.kilos();
      sum += (long) share.kilos() * share.lot().protein();
    }
    return kilos == 0 ? 0 : (double) sum / kilos;
  }

  /** What is in store, by grain, whether fit or not. */
  public static Map<String, Integer> stock(List<Lot> lots) {
    return lots.stream()
        .collect(Collectors.groupingBy(Lot::grain, Collectors.summingInt(Lot::kilos)));
  }
}
