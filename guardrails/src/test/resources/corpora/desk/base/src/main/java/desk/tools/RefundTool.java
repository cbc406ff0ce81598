package desk.tools;

import desk.core.Refusal;
import desk.model.Action;
import desk.model.Ticket;
import desk.safety.Alignment;
import desk.safety.ApprovalGate;
import desk.safety.AuditLog;

/** Gives money back. */
public final class RefundTool implements Tool {
  private final ApprovalGate gate;
  private final AuditLog audit;
  private int paid;

  public RefundTool(ApprovalGate gate, AuditLog audit) {
    this.gate = gate;
    this.audit = audit;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.REFUND;
  }

  @Override
  public Result run(Ticket ticket, Action action) {
    try {
      gate.require(action, ticket.severity());
    } catch (Refusal refusal) {
      audit.record(refusal.line());
      return Result.refused(refusal.getMessage());
    }
    boolean alone = Alignment.allows(action);
    if (!alone) {
      return Result.refused("more than the agent may give");
    }
    pay(action);
    audit.record("paid " + action.cents());
    return Result.done("paid " + action.cents());
  }

  private void pay(Action action) {
    paid += action.cents();
  }

  /** Returns how much was given back. */
  public int paid() {
    return paid;
  }
}
