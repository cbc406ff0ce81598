package desk.safety;

import static desk.text.Text.folded;

import desk.core.Limits;
import desk.core.Refusal;
import desk.model.Action;
import desk.model.Plan;
import desk.model.Ticket;
import desk.text.Text;
import desk.text.Words;
import java.util.List;

/** What the agent may do, and what it never does. */
public final class Alignment {
  /** The most steps of one plan. */
  public static final int MAX_STEPS = 12;

  private static final List<String> FORBIDDEN =
      List.of("password", "card number", "passport", "security code");

  private Alignment() {}

  /** Refuses tickets that ask for what is never given. */
  public static void check(Ticket ticket) {
    if (Text.containsAny(folded(ticket.text()), FORBIDDEN)) {
      throw new Refusal("alignment", "asks for secrets: " + ticket);
    }
  }

  /** Returns whether an action is within what the agent may do alone. */
  public static boolean allows(Action action) {
    if (action.kind() == Action.Kind.REFUND && action.cents() > Limits.MOST_REFUND) {
      return false;
    }
    return !leaks(action.note()) && isTrusted(action.target());
  }

  /** Refuses a plan that is too long or moves too much. */
  public static void check(Plan plan) {
    if (plan.actions().size() > MAX_STEPS || plan.cents() > Limits.refunds(1) * 1_000) {
      throw new Refusal("alignment", "too much at once: " + plan.lines());
    }
    for (Action action : plan.actions()) {
      if (!allows(action)) {
        throw new Refusal("alignment", "not alone: " + action);
      }
    }
  }

  private static boolean leaks(String note) {
    for (String word : Words.of(note)) {
      if (FORBIDDEN.contains(word)) {
        return true;
      }
    }
    return Text.containsAny(folded(note), FORBIDDEN);
  }

  private static boolean isTrusted(String target) {
    int at = target.indexOf('@');
    return at < 0 || Limits.TRUSTED_DOMAINS.contains(target.substring(at + 1));
  }
}
