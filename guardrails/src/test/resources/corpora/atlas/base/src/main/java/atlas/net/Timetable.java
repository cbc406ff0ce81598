package atlas.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All legs of a day, looked up by the stop where they begin. */
public final class Timetable {
  private final Map<String, Stop> stops;
  private final Map<String, List<Leg>> departures;

  private Timetable(Map<String, Stop> stops, Map<String, List<Leg>> departures) {
    this.stops = stops;
    this.departures = departures;
  }

  public Optional<Stop> stop(String id) {
    return Optional.ofNullable(stops.get(id));
  }

  public Stream<Leg> departures(Stop at, int notBefore) {
    return departures.getOrDefault(at.id(), List.of()).stream()
        .filter(leg -> leg.departs() >= notBefore);
  }

  public Optional<Stop> nearest(double latitude, double longitude) {
    Stop here = new Stop("", "", latitude, longitude);
    return stops.values().stream().min(Comparator.comparingDouble(s -> s.distanceTo(here)));
  }

  public int size() {
    int legs = 0;
    for (List<Leg> each : departures.values()) {
      legs += each.size();
    }
    return legs;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects legs in any order. */
  public static final class Builder {
    private final Map<String, Stop> stops = new HashMap<>();
    private final List<Leg> legs = new ArrayList<>();

    public Builder stop(Stop stop) {
      stops.put(stop.id(), stop);
      return this;
    }

    public Builder leg(String from, String to, String line, int departs, int arrives, int cents) {
      legs.add(new Leg(stops.get(from), stops.get(to), line, departs, arrives, cents));
      return this;
    }

    public Timetable build() {
      Map<String, List<Leg>> byStop = new HashMap<>();
      for (Leg leg : legs) {
        List<Leg> list = byStop.get(leg.from().id());
        if (list == null) {
          list = new ArrayList<>();
          byStop.put(leg.from().id(), list);
        }
        list.add(leg);
      }
      for (List<Leg> list : byStop.values()) {
        list.sort(Comparator.comparingInt(Leg::departs));
      }
      return new Timetable(Map.copyOf(stops), byStop);
    }
  }
}
