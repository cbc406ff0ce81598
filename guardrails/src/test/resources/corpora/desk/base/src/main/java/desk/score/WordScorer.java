package desk.score;

import desk.model.Ticket;
import desk.text.Words;
import java.util.Map;

/** Prefers what sounds urgent. */
public final class WordScorer implements Scorer {
  private static final Map<String, Integer> WEIGHTS =
      Map.of("urgent", 30, "broken", 20, "asap", 25, "refund", 15, "thanks", -5);

  @Override
  public int score(Ticket ticket) {
    int score = 0;
    for (String word : Words.of(ticket.text())) {
      score += WEIGHTS.getOrDefault(word, 0);
    }
    return score;
  }

  @Override
  public String name() {
    return "words";
  }
}
