package atlas.agent;

import atlas.net.Leg;
import atlas.net.Timetable;
import atlas.plan.Journey;
import atlas.plan.Planner;
import atlas.plan.Query;
import atlas.plan.Ranking;
import atlas.safe.Budget;
import atlas.safe.Consent;
import atlas.safe.Kept;
import atlas.safe.Ledger;
import atlas.safe.Refused;
import atlas.safe.TravelRules;
import atlas.text.Fares;
import atlas.text.Minutes;
import java.util.List;
import java.util.Optional;

/** The agent: takes a request in words, gives an answer in words. */
public final class Concierge {
  private final TravelRules rules;
  private final Ledger ledger;
  private final Planner planner;
  private final Bookings bookings;

  public Concierge(
      Timetable timetable, TravelRules rules, Budget budget, Consent consent, Ledger ledger) {
    this.rules = rules;
    this.ledger = ledger;
    this.planner = new Planner(timetable, rules, ledger, new Ranking(2.5, 150));
    this.bookings = new Bookings(rules, budget, consent, ledger);
  }

  public String answer(String request) {
    String text = rules.redact(request);
    ledger.note("asked", text);
    Command command = CommandReader.read(text);
    if (command instanceof Command.Plan plan) {
      return describe(plan.query());
    }
    if (command instanceof Command.Book book) {
      return purchase(book);
    }
    if (command instanceof Command.Cancel cancel) {
      return bookings.cancel(cancel.traveller(), cancel.code()) ? "cancelled" : "no such ticket";
    }
    return "I did not understand: " + text;
  }

  private String describe(Query query) {
    List<Journey> journeys = planner.plan(query);
    if (journeys.isEmpty()) {
      return "no way";
    }
    StringBuilder out = new StringBuilder();
    for (Journey journey : journeys) {
      out.append(line(journey)).append('\n');
    }
    return out.toString();
  }

  private String purchase(Command.Book book) {
    Optional<Journey> best = planner.best(book.query());
    if (best.isEmpty()) {
      return "no way";
    }
    try {
      return bookings
          .book(book.traveller(), best.get())
          .map(ticket -> confirmation(ticket))
          .orElse("not booked");
    } catch (Refused e) {
      ledger.note("refused", e.reason());
      return "refused: " + e.reason();
    }
  }

  @Kept
  static String confirmation(Bookings.Ticket ticket) {
    return ticket.code() + " for " + ticket.traveller() + " costs " + Fares.text(ticket.cents());
  }

  private static String line(Journey journey) {
    String out = "";
    for (Leg leg : journey.legs()) {
      if (!out.isEmpty()) {
        out = out + ", ";
      }
      out = out + leg.line() + " " + Minutes.text(leg.departs()) + "-" + Minutes.text(leg.arrives());
    }
    return out + " (" + Fares.text(Fares.total(journey.legs())) + ")";
  }
}
