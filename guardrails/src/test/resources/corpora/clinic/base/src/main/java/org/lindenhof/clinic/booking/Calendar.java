package org.lindenhof.clinic.booking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.safety.AuditTrail;
import org.lindenhof.clinic.safety.ConsentGate;
import org.lindenhof.clinic.safety.Purpose;
import org.lindenhof.clinic.safety.RefusedException;

/** Who comes when. */
public final class Calendar {
  private final Map<String, String> taken = new TreeMap<>();
  private final ConsentGate gate;
  private final AuditTrail audit;

  public Calendar(ConsentGate gate, AuditTrail audit) {
    this.gate = gate;
    this.audit = audit;
  }

  public String book(Patient patient, String slot) {
    gate.require(patient, Purpose.BOOKING);
    if (taken.containsKey(slot)) {
      return "taken";
    }
    taken.put(slot, patient.id());
    audit.record("booked", patient.id());
    return slot;
  }

  public void move(Patient patient, String from, String to) {
    gate.require(patient, Purpose.BOOKING);
    if (patient.id().equals(taken.get(from))) {
      taken.remove(from);
      taken.put(to, patient.id());
      audit.record("moved", patient.id());
    }
  }

  public Optional<String> tryBook(Patient patient, String slot) {
    try {
      return Optional.of(book(patient, slot));
    } catch (RefusedException e) {
      audit.record("refused", patient.id());
      return Optional.empty();
    }
  }

  public Map<String, String> view(Patient patient) {
    boolean own = gate.covers(patient, Purpose.BOOKING);
    Map<String, String> view = new LinkedHashMap<>();
    taken.forEach(
        (slot, id) -> view.put(slot, own && id.equals(patient.id()) ? "yours" : "taken"));
    return view;
  }
}
