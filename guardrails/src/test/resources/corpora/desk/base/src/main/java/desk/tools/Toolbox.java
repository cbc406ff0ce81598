package desk.tools;

import desk.core.Refusal;
import desk.model.Action;
import desk.model.Plan;
import desk.model.Ticket;
import desk.safety.Alignment;
import desk.safety.AuditLog;
import desk.safety.StepGuard;
import java.util.ArrayList;
import java.util.List;

/** All tools; the way in which actions are done. */
public final class Toolbox {
  private final List<Tool> tools;
  private final AuditLog audit;
  private boolean open = true;

  public Toolbox(List<Tool> tools, AuditLog audit) {
    this.tools = List.copyOf(tools);
    this.audit = audit;
  }

  /** Does the steps of a plan and returns what came of each. */
  public List<Tool.Result> run(Plan plan) {
    Alignment.check(plan);
    StepGuard steps = new StepGuard();
    List<Tool.Result> results = new ArrayList<>();
    for (Action action : plan.actions()) {
      steps.step();
      if (!permitted(action)) {
        throw new Refusal("toolbox", "not permitted: " + action.line());
      }
      results.add(run(plan.ticket(), action));
    }
    audit.record("ran " + results.size() + " of " + plan.actions().size());
    return results;
  }

  private Tool.Result run(Ticket ticket, Action action) {
    for (Tool tool : tools) {
      if (usable(tool, action)) {
        return tool.run(ticket, action);
      }
    }
    return Tool.Result.refused("no tool for " + action.line());
  }

  private boolean permitted(Action action) {
    return Alignment.allows(action);
  }

  private boolean usable(Tool tool, Action action) {
    return open && tool.handles(action) && Alignment.allows(action);
  }

  /** Returns the kinds of action that can be done. */
  public List<Action.Kind> kinds() {
    List<Action.Kind> kinds = new ArrayList<>();
    for (Tool tool : tools) {
      if (!kinds.contains(tool.kind())) {
        kinds.add(tool.kind());
      }
    }
    return kinds;
  }

  /** Stops all work. */
  public void shut() {
    open = false;
  }
}
