package atlas.plan;

import atlas.net.Leg;
import atlas.net.Stop;
import atlas.net.Timetable;
import atlas.safe.Ledger;
import atlas.safe.Refused;
import atlas.safe.TravelRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Searches the timetable for journeys that the rules permit. */
public final class Planner {
  private final Timetable timetable;
  private final TravelRules rules;
  private final Ledger ledger;
  private final Ranking ranking;

  public Planner(Timetable timetable, TravelRules rules, Ledger ledger, Ranking ranking) {
    this.timetable = timetable;
    this.rules = rules;
    this.ledger = ledger;
    this.ranking = ranking;
  }

  public List<Journey> plan(Query query) {
    Optional<Stop> start = timetable.stop(query.from());
    if (start.isEmpty()) {
      return List.of();
    }
    List<Journey> found = new ArrayList<>();
    Deque<Journey> open = new ArrayDeque<>();
    begin(start.get(), query.earliest(), open);
    while (!open.isEmpty()) {
      Journey journey = open.poll();
      if (journey.last().to().id().equals(query.to())) {
        collect(journey, found);
      } else if (journey.transfers() < TravelRules.MAX_TRANSFERS) {
        extend(journey, open);
      }
    }
    return ranking.sorted(found);
  }

  public Optional<Journey> best(Query query) {
    List<Journey> journeys = plan(query);
    if (journeys.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(journeys.get(0));
  }

  private void begin(Stop start, int earliest, Deque<Journey> open) {
    timetable
        .departures(start, earliest)
        .filter(rules::allows)
        .map(leg -> new Journey(List.of(leg)))
        .forEach(open::add);
  }

  private void extend(Journey journey, Deque<Journey> open) {
    Leg last = journey.last();
    List<Leg> next =
        timetable.departures(last.to(), last.arrives() + TravelRules.MIN_CHANGE).toList();
    for (Leg leg : next) {
      if (!rules.allows(leg)) {
        ledger.note("closed", leg.line());
        continue;
      }
      if (!journey.visits(leg.to().id())) {
        open.add(journey.then(leg));
      }
    }
  }

  private void collect(Journey journey, List<Journey> found) {
    try {
      rules.permit(journey);
      found.add(journey);
    } catch (Refused e) {
      ledger.note("refused", e.reason());
    }
  }
}
