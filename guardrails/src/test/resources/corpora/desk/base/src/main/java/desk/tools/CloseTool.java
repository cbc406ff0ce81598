package desk.tools;

import desk.model.Action;
import desk.model.Ticket;
import desk.safety.ApprovalGate;
import java.util.LinkedHashSet;
import java.util.Set;

/** Ends tickets. */
public final class CloseTool implements Tool {
  private final ApprovalGate gate;
  private final Set<String> closed = new LinkedHashSet<>();

  public CloseTool(ApprovalGate gate) {
    this.gate = gate;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.CLOSE;
  }

  @Override
  public Result run(Ticket ticket, Action action) {
    if (!gate.approves(action, ticket.severity())) {
      return Result.refused("nobody allowed to close " + ticket.id());
    }
    boolean first = closed.add(ticket.id());
    return first ? Result.done("closed " + ticket.id()) : Result.done("was closed");
  }

  /** Returns the tickets that were closed. */
  public Set<String> closed() {
    return Set.copyOf(closed);
  }
}
