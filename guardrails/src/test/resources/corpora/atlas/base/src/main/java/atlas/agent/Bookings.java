package atlas.agent;

import atlas.plan.Journey;
import atlas.safe.Budget;
import atlas.safe.Consent;
import atlas.safe.Ledger;
import atlas.safe.Refused;
import atlas.safe.TravelRules;
import atlas.text.Fares;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buys tickets, within the rules, the budget, and what the traveller agreed to. */
final class Bookings {
  record Ticket(String code, String traveller, Journey journey, int cents) {}

  private final Map<String, Ticket> tickets = new HashMap<>();
  private final Bus<Ticket> sold = new Bus<>();
  private final TravelRules rules;
  private final Budget budget;
  private final Consent consent;
  private final Ledger ledger;
  private int serial;

  Bookings(TravelRules rules, Budget budget, Consent consent, Ledger ledger) {
    this.rules = rules;
    this.budget = budget;
    this.consent = consent;
    this.ledger = ledger;
    sold.listen(ticket -> ledger.note("sold", ticket.code()));
  }

  Optional<Ticket> book(String traveller, Journey journey) {
    rules.permit(journey);
    int cents = Fares.total(journey.legs());
    if (!consent.given(traveller, cents)) {
      ledger.note("declined", traveller);
      return Optional.empty();
    }
    if (!budget.take(cents)) {
      ledger.note("over budget", traveller);
      return Optional.empty();
    }
    Ticket ticket = issue(traveller, journey, cents);
    sold.publish(ticket);
    return Optional.of(ticket);
  }

  List<Ticket> bookAll(List<String> travellers, Journey journey) {
    List<Ticket> made = new ArrayList<>();
    for (String traveller : travellers) {
      try {
        book(traveller, journey).ifPresent(made::add);
      } catch (Refused e) {
        ledger.note("refused", traveller);
      }
    }
    return made;
  }

  boolean cancel(String traveller, String code) {
    Ticket ticket = tickets.get(code);
    if (ticket == null || !ticket.traveller().equals(traveller)) {
      return false;
    }
    tickets.remove(code);
    budget.refund(ticket.cents());
    ledger.note("cancelled", code);
    return true;
  }

  int count(String traveller) {
    int count = 0;
    for (Ticket ticket : tickets.values()) {
      if (ticket.traveller().equals(traveller)) {
        count++;
      }
    }
    return count;
  }

  private Ticket issue(String traveller, Journey journey, int cents) {
    serial++;
    Ticket ticket = new Ticket("T" + serial, traveller, journey, cents);
    tickets.put(ticket.code(), ticket);
    return ticket;
  }
}
