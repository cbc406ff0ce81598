package desk.score;

import desk.model.Ticket;

/** Says how urgent a ticket is. */
@FunctionalInterface
public interface Scorer {

  /** Returns a number that is higher for what is more urgent. */
  int score(Ticket ticket);

  /** Returns the name in reports. */
  default String name() {
    return "scorer";
  }

  /** Returns a scorer that adds another. */
  default Scorer plus(Scorer other) {
    return ticket -> score(ticket) + other.score(ticket);
  }

  /** Returns a scorer with a weight. */
  default Scorer times(int weight) {
    return ticket -> weight * score(ticket);
  }
}
