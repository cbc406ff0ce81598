package desk.agent;

import desk.model.Plan;
import desk.model.Ticket;

/** Decides what to do about a ticket. */
public interface Planner {

  /** Returns a plan; an empty one if there is nothing to do. */
  Plan plan(Ticket ticket);

  /** Returns a planner that asks another where this one has no plan. */
  default Planner or(Planner other) {
    return ticket -> {
      Plan plan = plan(ticket);
      return plan.actions().isEmpty() ? other.plan(ticket) : plan;
    };
  }
}
