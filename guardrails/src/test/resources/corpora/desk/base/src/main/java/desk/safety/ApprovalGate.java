package desk.safety;

import desk.core.Approver;
import desk.core.Refusal;
import desk.model.Account;
import desk.model.Action;
import desk.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Asks people before something sensitive is done. */
public class ApprovalGate {
  private final List<Approver> approvers;
  private final Account author;
  private final AuditLog audit;

  public ApprovalGate(List<Approver> approvers, Account author, AuditLog audit) {
    this.approvers = new ArrayList<>(approvers);
    this.author = author;
    this.audit = audit;
  }

  /** Returns whether enough people allow an action; nobody allows what they proposed. */
  public boolean approves(Action action, Severity severity) {
    TreeSet<Account> voices = new TreeSet<>();
    for (Approver approver : approvers) {
      if (!approver.account().equals(author)
          && approver.mayDecide(action)
          && approver.allows(action)) {
        voices.add(approver.account());
      }
    }
    return voices.size() >= needed(severity);
  }

  /** Refuses an action that not enough people allow. */
  public void require(Action action, Severity severity) {
    if (!approves(action, severity)) {
      audit.record("refused " + action);
      throw new Refusal("approval", "nobody allowed " + action);
    }
  }

  /** Returns how many people have to agree. */
  protected int needed(Severity severity) {
    return severity.atLeast(Severity.HIGH) ? 2 : 1;
  }
}
