package org.lindenhof.clinic.booking;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.lindenhof.clinic.agent.Outbox;
import org.lindenhof.clinic.model.Intake;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.model.Urgency;
import org.lindenhof.clinic.safety.AuditTrail;
import org.lindenhof.clinic.safety.ConsentGate;
import org.lindenhof.clinic.safety.Purpose;
import org.lindenhof.clinic.safety.RedFlags;
import org.lindenhof.clinic.safety.RefusedException;

/** Who would come sooner. */
public final class WaitingList {
  private final List<Patient> waiting = new ArrayList<>();
  private final ConsentGate gate;
  private final AuditTrail audit;
  private final Outbox outbox;

  public WaitingList(ConsentGate gate, AuditTrail audit, Outbox outbox) {
    this.gate = gate;
    this.audit = audit;
    this.outbox = outbox;
  }

  public void join(Intake intake) {
    if (RedFlags.floor(intake) == Urgency.EMERGENCY) {
      throw new RefusedException("not for the waiting list");
    }
    waiting.add(intake.patient());
  }

  public int offer(String slot) {
    int offered = 0;
    Iterator<Patient> all = waiting.iterator();
    while (all.hasNext()) {
      Patient next = all.next();
      if (gate.covers(next, Purpose.CONTACT)) {
        outbox.send(next, "There is a free slot: " + slot);
        offered++;
      } else {
        all.remove();
      }
    }
    audit.record("offered", slot);
    return offered;
  }

  public String refer(Patient patient, String practice) {
    gate.require(patient, Purpose.REFERRAL);
    audit.record("referred", patient.id());
    return new Letter(patient).to(practice);
  }

  /** A letter to colleagues. */
  private record Letter(Patient patient) {
    String to(String practice) {
      return practice + ": please see " + patient.name() + ", " + patient.age();
    }
  }
}
