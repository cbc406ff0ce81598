package org.lindenhof.clinic.safety;

import org.lindenhof.clinic.model.Act;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.model.Reply;

/** A tool that is asked for its purpose before it works. */
public abstract class GuardedTool<A extends Act> {
  private final ConsentGate gate;
  private final AuditTrail audit;

  protected GuardedTool(ConsentGate gate, AuditTrail audit) {
    this.gate = gate;
    this.audit = audit;
  }

  public Reply run(A act, Patient patient) {
    gate.require(patient, purpose());
    audit.record(act.label(), patient.id());
    return perform(act, patient);
  }

  protected abstract Purpose purpose();

  protected abstract Reply perform(A act, Patient patient);
}
