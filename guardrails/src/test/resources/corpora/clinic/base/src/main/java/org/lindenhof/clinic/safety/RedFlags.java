package org.lindenhof.clinic.safety;

import java.util.List;
import java.util.Optional;
import org.lindenhof.clinic.model.Intake;
import org.lindenhof.clinic.model.Urgency;
import org.lindenhof.clinic.triage.Words;

/** Complaints that no assistant may handle alone. */
public final class RedFlags {
  private static final List<String> PHRASES =
      List.of("chest pain", "cannot breathe", "unconscious", "overdose", "suicid", "stroke");

  private RedFlags() {}

  public static Optional<String> firstIn(Intake intake) {
    String said = Words.normalised(intake.complaint());
    return PHRASES.stream().filter(said::contains).findFirst();
  }

  public static Urgency floor(Intake intake) {
    if (firstIn(intake).isPresent()) {
      return Urgency.EMERGENCY;
    }
    return intake.patient().isVulnerable() ? Urgency.SOON : Urgency.ROUTINE;
  }
}
