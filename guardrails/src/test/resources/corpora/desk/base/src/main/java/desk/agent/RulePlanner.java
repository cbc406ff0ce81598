package desk.agent;

import desk.model.Action;
import desk.model.Plan;
import desk.model.Ticket;
import desk.safety.Alignment;
import desk.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Plans by words in the ticket. */
public class RulePlanner implements Planner {

  @Override
  public Plan plan(Ticket ticket) {
    List<String> words = Words.of(ticket.text()).list();
    List<Action> actions = new ArrayList<>();
    if (words.contains("refund")) {
      actions.add(checked(Action.refund(ticket.customer(), amount(words), "as asked")));
    }
    if (words.contains("thanks") && !words.contains("but")) {
      actions.add(Action.close(ticket.customer()));
    }
    if (actions.isEmpty()) {
      actions.add(Action.reply(ticket.customer(), greeting(ticket)));
    }
    actions.removeIf(action -> !Alignment.allows(action));
    return new Plan(ticket, actions);
  }

  /** Returns an action, or a call for a person in its place. */
  protected Action checked(Action action) {
    return Alignment.allows(action) ? action : Action.escalate(action.target(), "too much");
  }

  private static int amount(List<String> words) {
    for (String word : words) {
      if (!word.isEmpty() && word.chars().allMatch(Character::isDigit)) {
        return Integer.parseInt(word);
      }
    }
    return 0;
  }

  /** Returns the first sentence of a reply. */
  protected String greeting(Ticket ticket) {
    return "we have read: " + ticket.subject();
  }
}
