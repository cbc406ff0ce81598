package atlas.safe;

import atlas.net.Leg;
import atlas.plan.Journey;
import atlas.text.Fares;
import atlas.text.Minutes;
import java.util.List;
import java.util.Set;

/** What travellers are never sent into. */
public class TravelRules {
  public static final int MAX_TRANSFERS = 4;
  public static final int MIN_CHANGE = 5;
  private static final int LONGEST = Minutes.of("08:00");

  private final Set<String> closed;

  public TravelRules(Set<String> closed) {
    this.closed = Set.copyOf(closed);
  }

  public boolean allows(Leg leg) {
    return !closed.contains(leg.from().id())
        && !closed.contains(leg.to().id())
        && leg.minutes() <= LONGEST;
  }

  public void permit(Journey journey) {
    if (journey.transfers() > MAX_TRANSFERS) {
      throw new Refused("too many transfers");
    }
    List<Leg> legs = journey.legs();
    for (int i = 1; i < legs.size(); i++) {
      if (legs.get(i - 1).gapBefore(legs.get(i)) < MIN_CHANGE) {
        throw new Refused("too short a change");
      }
    }
    if (Fares.total(legs) > Fares.CEILING) {
      throw new Refused("too dear");
    }
  }

  public String redact(String text) {
    return text.replaceAll("\\b\\d{12,19}\\b", "[card]");
  }
}
