package org.lindenhof.clinic.safety;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lindenhof.clinic.model.Patient;

/** Knows what each patient has agreed to. */
public final class ConsentGate {
  private final Map<String, Set<Purpose>> given = new ConcurrentHashMap<>();

  public void grant(String patientId, Purpose purpose) {
    given.computeIfAbsent(patientId, id -> EnumSet.noneOf(Purpose.class)).add(purpose);
  }

  public void revoke(String patientId) {
    given.remove(patientId);
  }

  public boolean covers(Patient patient, Purpose purpose) {
    return given.getOrDefault(patient.id(), Set.of()).contains(purpose);
  }

  public void require(Patient patient, Purpose purpose) {
    if (!covers(patient, purpose)) {
      throw new RefusedException("no consent for " + purpose);
    }
  }
}
