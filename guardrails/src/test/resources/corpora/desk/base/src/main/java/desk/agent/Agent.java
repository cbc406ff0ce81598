package desk.agent;

import desk.core.Refusal;
import desk.model.Action;
import desk.model.Plan;
import desk.model.Ticket;
import desk.safety.Alignment;
import desk.safety.ApprovalGate;
import desk.safety.AuditLog;
import desk.safety.Guarded;
import desk.score.Ranking;
import desk.tools.Tool;
import desk.tools.Toolbox;
import java.util.ArrayList;
import java.util.List;

/** Reads tickets and does something about them. */
public class Agent {
  private static final String PROMPT = "You help customers and never ask for secrets.";

  private final Planner planner;
  private final Toolbox tools;
  private final ApprovalGate gate;
  private final AuditLog audit;
  private final Ranking ranking;
  private int handled;

  public Agent(
      Planner planner, Toolbox tools, ApprovalGate gate, AuditLog audit, Ranking ranking) {
    this.planner = planner;
    this.tools = tools;
    this.gate = gate;
    this.audit = audit;
    this.ranking = ranking;
  }

  /** Returns what a model is told first. */
  public String systemPrompt() {
    return PROMPT;
  }

  /** Handles one ticket and says what came of it. */
  public String handle(Ticket ticket) {
    Alignment.check(ticket);
    audit.record("begin " + ticket.id());
    Plan plan = planner.plan(ticket);
    if (needsPerson(plan) && !gate.approves(plan.actions().get(0), ticket.severity())) {
      audit.record("held " + ticket.id());
      return "held";
    }
    List<Tool.Result> results = tools.run(plan);
    handled++;
    audit.record("end " + ticket.id());
    return summary(results);
  }

  /** Handles tickets, the most urgent first, and goes on after a refusal. */
  public List<String> handleAll(List<Ticket> tickets) {
    List<String> summaries = new ArrayList<>();
    int steps = 0;
    for (Ticket ticket : ranking.ranked(tickets)) {
      if (++steps > Alignment.MAX_STEPS) {
        break;
      }
      try {
        summaries.add(handle(ticket));
      } catch (Refusal refusal) {
        audit.record(refusal.line());
        summaries.add("refused");
      }
    }
    return summaries;
  }

  /** Returns the actions of a plan that need nobody. */
  public List<Action> alone(Plan plan) {
    return plan.actions().stream().filter(Alignment::allows).toList();
  }

  @Guarded
  boolean needsPerson(Plan plan) {
    return plan.has(Action.Kind.REFUND) || plan.has(Action.Kind.CLOSE);
  }

  private static String summary(List<Tool.Result> results) {
    StringBuilder summary = new StringBuilder();
    for (Tool.Result result : results) {
      if (summary.length() > 0) {
        summary.append("; ");
      }
      summary.append(result.message());
    }
    return summary.toString();
  }

  /** Returns how many tickets were handled. */
  public int handled() {
    return handled;
  }
}
