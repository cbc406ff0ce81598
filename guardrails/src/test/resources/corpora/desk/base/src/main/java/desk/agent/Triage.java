package desk.agent;

import desk.model.Severity;
import desk.text.Text;
import desk.text.Words;
import java.util.List;
import java.util.Map;

/** Sorts a ticket's text into a queue; what the benchmark measures. */
public final class Triage {
  private static final Map<String, String> QUEUES =
      Map.of(
          "refund", "billing",
          "invoice", "billing",
          "password", "security",
          "crash", "engineering",
          "delivery", "logistics");

  /** Returns queue and severity for a text, such as {@code billing/high}. */
  public String answer(String text) {
    String folded = Text.folded(text);
    return queue(folded) + "/" + severity(folded).label();
  }

  private static String queue(String text) {
    for (String word : Words.of(text)) {
      String queue = QUEUES.get(word);
      if (queue != null) {
        return queue;
      }
    }
    return "general";
  }

  private static Severity severity(String text) {
    int score = 0;
    for (String word : Words.of(text).telling()) {
      score += weight(word);
    }
    if (score >= 6) {
      return Severity.CRITICAL;
    }
    return score >= 3 ? Severity.HIGH : score >= 1 ? Severity.MEDIUM : Severity.LOW;
  }

  private static int weight(String word) {
    return switch (word) {
      case "urgent", "immediately" -> 3;
      case "broken", "lost", "crash" -> 2;
      case "late", "wrong" -> 1;
      default -> 0;
    };
  }

  /** Returns the answers to several texts. */
  public List<String> answers(List<String> texts) {
    return texts.stream().map(this::answer).toList();
  }
}
