package atlas.plan;

import atlas.text.Fares;
import java.util.Comparator;
import java.util.List;

/** Which journey a traveller would rather take. */
public final class Ranking {
  private final double perMinute;
  private final double perTransfer;

  public Ranking(double perMinute, double perTransfer) {
    this.perMinute = perMinute;
    this.perTransfer = perTransfer;
  }

  public double cost(Journey journey) {
    return Fares.total(journey.legs())
        + perMinute * journey.duration()
        + perTransfer * journey.transfers();
  }

  public List<Journey> sorted(List<Journey> journeys) {
    return journeys.stream().sorted(Comparator.comparingDouble(j -> cost(j))).toList();
  }
}
