package desk.score;

import desk.core.Limits;
import desk.model.Ticket;

/** Prefers what has waited long. */
public final class AgeScorer implements Scorer {
  private static final int MOST = 100;

  @Override
  public int score(Ticket ticket) {
    int score = Limits.clamp(ticket.ageHours(), 0, MOST);
    return ticket.isLate() ? score + MOST / 2 : score;
  }

  @Override
  public String name() {
    return "age";
  }
}
