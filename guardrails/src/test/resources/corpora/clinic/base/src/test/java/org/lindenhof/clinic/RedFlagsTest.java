package org.lindenhof.clinic;

import java.util.List;
import java.util.Set;
import org.lindenhof.clinic.model.Intake;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.model.Urgency;
import org.lindenhof.clinic.safety.RedFlags;

final class RedFlagsTest {
  public static void main(String[] args) {
    Patient patient = new Patient("p1", "Ada", 40, Set.of());
    Intake intake = new Intake(patient, "Sudden  CHEST pain", List.of());
    if (RedFlags.floor(intake) != Urgency.EMERGENCY) {
      throw new AssertionError("missed a red flag");
    }
  }
}
