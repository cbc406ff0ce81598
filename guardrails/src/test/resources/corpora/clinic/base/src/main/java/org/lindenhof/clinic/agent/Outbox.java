package org.lindenhof.clinic.agent;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.BiConsumer;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.safety.AuditTrail;
import org.lindenhof.clinic.safety.ConsentGate;
import org.lindenhof.clinic.safety.Purpose;
import org.lindenhof.clinic.safety.Redactor;

/** Messages that leave the house. */
public class Outbox {
  private final BiConsumer<String, String> channel;
  private final ConsentGate gate;
  private final AuditTrail audit;
  private final Deque<String> recent = new ArrayDeque<>();

  public Outbox(BiConsumer<String, String> channel, ConsentGate gate, AuditTrail audit) {
    this.channel = channel;
    this.gate = gate;
    this.audit = audit;
  }

  public boolean send(Patient patient, String text) {
    if (!gate.covers(patient, Purpose.CONTACT)) {
      audit.record("unsent", patient.id());
      return false;
    }
    String safe = Redactor.redacted(text);
    audit.record("sent", patient.id());
    channel.accept(patient.id(), safe);
    remember(safe);
    return true;
  }

  public int sendAll(Collection<Patient> patients, String text) {
    int sent = 0;
    for (Patient patient : patients) {
      gate.require(patient, Purpose.CONTACT);
      channel.accept(patient.id(), Redactor.redacted(text));
      sent++;
    }
    audit.record("broadcast", String.valueOf(sent));
    return sent;
  }

  private void remember(String text) {
    recent.addLast(text);
    if (recent.size() > 50) {
      recent.removeFirst();
    }
  }
}
