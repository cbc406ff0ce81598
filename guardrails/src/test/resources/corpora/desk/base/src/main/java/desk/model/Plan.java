package desk.model;

import java.util.ArrayList;
import java.util.List;

/** What the agent wants to do about a ticket, in order. */
public record Plan(Ticket ticket, List<Action> actions) {

  public Plan {
    actions = List.copyOf(actions);
  }

  /** Returns a plan without steps. */
  public static Plan empty(Ticket ticket) {
    return new Plan(ticket, List.of());
  }

  /** Returns this plan with one more step. */
  public Plan with(Action action) {
    List<Action> more = new ArrayList<>(actions);
    more.add(action);
    return new Plan(ticket, more);
  }

  /** Returns how much money the plan moves. */
  public int cents() {
    int sum = 0;
    for (Action action : actions) {
      sum += action.cents();
    }
    return sum;
  }

  /** Returns whether some step is of a kind. */
  public boolean has(Action.Kind kind) {
    return actions.stream().anyMatch(action -> action.kind() == kind);
  }

  /** Returns one line a step. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    for (Action action : actions) {
      lines.append(action.line()).append('\n');
    }
    return lines.toString();
  }
}
