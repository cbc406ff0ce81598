package atlas.plan;

import atlas.net.Leg;
import java.util.ArrayList;
import java.util.List;

/** Legs that follow each other. */
public record Journey(List<Leg> legs) {
  public Journey {
    legs = List.copyOf(legs);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("a journey has legs");
    }
  }

  public int transfers() {
    return legs.size() - 1;
  }

  public Leg last() {
    return legs.get(legs.size() - 1);
  }

  public int duration() {
    return last().arrives() - legs.get(0).departs();
  }

  public Journey then(Leg next) {
    List<Leg> more = new ArrayList<>(legs);
    more.add(next);
    return new Journey(more);
  }

  public boolean visits(String stop) {
    for (Leg leg : legs) {
      if (leg.from().id().equals(stop) || leg.to().id().equals(stop)) {
        return true;
      }
    }
    return false;
  }
}
