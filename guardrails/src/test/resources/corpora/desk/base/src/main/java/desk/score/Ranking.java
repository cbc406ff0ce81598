package desk.score;

import desk.model.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tickets in the order in which they should be answered. */
public final class Ranking {
  private final Scorer scorer;

  public Ranking(Scorer scorer) {
    this.scorer = scorer;
  }

  /** Returns tickets, the most urgent first. */
  public List<Ticket> ranked(List<Ticket> tickets) {
    List<Ticket> ranked = new ArrayList<>(tickets);
    ranked.sort(Comparator.comparingInt(scorer::score).reversed().thenComparing(Ticket::id));
    return ranked;
  }

  /** Returns the most urgent ticket of each customer. */
  public Map<String, Ticket> firstByCustomer(List<Ticket> tickets) {
    Map<String, Ticket> first = new HashMap<>();
    for (Ticket ticket : ranked(tickets)) {
      first.putIfAbsent(ticket.customer(), ticket);
    }
    return first;
  }

  /** Returns how many tickets reach a score. */
  public int above(List<Ticket> tickets, int score) {
    int count = 0;
    for (Ticket ticket : tickets) {
      if (scorer.score(ticket) >= score) {
        count++;
      }
    }
    return count;
  }

  /** Returns pairs of tickets that say the same. */
  public List<String> twins(List<Ticket> tickets) {
    List<String> twins = new ArrayList<>();
    for (int i = 0; i < tickets.size(); i++) {
      for (int j = i + 1; j < tickets.size(); j++) {
        if (tickets.get(i).text().equals(tickets.get(j).text())) {
          twins.add(tickets.get(i).id() + "=" + tickets.get(j).id());
        }
      }
    }
    return twins;
  }
}
