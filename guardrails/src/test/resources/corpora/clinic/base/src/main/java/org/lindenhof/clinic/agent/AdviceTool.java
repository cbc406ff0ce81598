package org.lindenhof.clinic.agent;

import java.util.List;
import java.util.Optional;
import org.lindenhof.clinic.model.Act;
import org.lindenhof.clinic.model.Dose;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.model.Reply;
import org.lindenhof.clinic.safety.AuditTrail;
import org.lindenhof.clinic.safety.ConsentGate;
import org.lindenhof.clinic.safety.DoseLimits;
import org.lindenhof.clinic.safety.GuardedTool;
import org.lindenhof.clinic.safety.Purpose;

/** Advises on what can be had without a prescription. */
public final class AdviceTool extends GuardedTool<Act.Advise> {
  public AdviceTool(ConsentGate gate, AuditTrail audit) {
    super(gate, audit);
  }

  @Override
  protected Purpose purpose() {
    return Purpose.CONTACT;
  }

  @Override
  protected Reply perform(Act.Advise act, Patient patient) {
    Dose dose = act.dose();
    if (!DoseLimits.allows(dose, patient) || dose.mg() <= 0) {
      return Reply.refused("Ask a physician about " + dose.drug());
    }
    return Reply.done(act.text() + ": " + describe(dose));
  }

  public List<String> options(List<Dose> doses, Patient patient) {
    return doses.stream()
        .filter(dose -> DoseLimits.allows(dose, patient))
        .map(AdviceTool::describe)
        .toList();
  }

  public Optional<Dose> strongest(List<Dose> doses, Patient patient) {
    Dose best = null;
    for (Dose dose : doses) {
      if (!DoseLimits.allows(dose, patient)) {
        continue;
      }
      if (best == null || dose.perDay() > best.perDay()) {
        best = dose;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String describe(Dose dose) {
    return dose.drug() + " " + dose.mg() + " mg, " + dose.times() + " times a day";
  }
}
