package desk.agent;

import desk.model.Action;
import desk.model.Plan;
import desk.model.Severity;
import desk.model.Ticket;

/** Waits with what is not urgent. */
public final class PatientPlanner extends RulePlanner {
  private final int hours;

  public PatientPlanner(int hours) {
    this.hours = hours;
  }

  @Override
  public Plan plan(Ticket ticket) {
    if (ticket.severity() == Severity.LOW && ticket.ageHours() < hours) {
      return Plan.empty(ticket).with(Action.pause(ticket.customer()));
    }
    return super.plan(ticket);
  }

  @Override
  protected String greeting(Ticket ticket) {
    return "thank you for waiting; " + super.greeting(ticket);
  }
}
