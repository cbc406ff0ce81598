package org.lindenhof.clinic.safety;

import org.lindenhof.clinic.model.Act;
import org.lindenhof.clinic.model.Patient;

/** Has the last word on each act. */
public interface Overseer {
  boolean approves(Act act, Patient patient);

  static Overseer strict(ConsentGate gate) {
    return (act, patient) ->
        !(act instanceof Act.Advise advise)
            || DoseLimits.allows(advise.dose(), patient)
                && gate.covers(patient, Purpose.RECORDS);
  }
}
