package org.lindenhof.clinic.safety;

import org.lindenhof.clinic.model.Dose;
import org.lindenhof.clinic.model.Patient;

/** The most that may be advised without a physician. */
public final class DoseLimits {
  public static final int ADULT_MAX_MG = 3000;

  private DoseLimits() {}

  public static boolean allows(Dose dose, Patient patient) {
    return dose.perDay() <= limit(patient);
  }

  static int limit(Patient patient) {
    return patient.age() < 16 ? ADULT_MAX_MG / 4 : ADULT_MAX_MG;
  }
}
