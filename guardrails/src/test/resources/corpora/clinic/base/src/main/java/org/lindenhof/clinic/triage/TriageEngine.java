package org.lindenhof.clinic.triage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lindenhof.clinic.model.Intake;
import org.lindenhof.clinic.model.Urgency;
import org.lindenhof.clinic.safety.AuditTrail;
import org.lindenhof.clinic.safety.RedFlags;

/** Says how soon somebody has to be seen. */
public final class TriageEngine {
  private final Scorer scorer;
  private final AuditTrail audit;

  public TriageEngine(Scorer scorer, AuditTrail audit) {
    this.scorer = scorer;
    this.audit = audit;
  }

  public Urgency assess(Intake intake) {
    int score = scorer.score(intake);
    Urgency scored = score >= 8 ? Urgency.EMERGENCY : score >= 4 ? Urgency.SOON : Urgency.ROUTINE;
    Urgency floor = RedFlags.floor(intake);
    Urgency result = Urgency.higher(floor, scored);
    audit.record("assessed", intake.patient().id());
    return result;
  }

  public List<Intake> queue(List<Intake> intakes) {
    return intakes.stream()
        .filter(intake -> RedFlags.firstIn(intake).isEmpty())
        .sorted(Comparator.comparing(this::assess).reversed())
        .toList();
  }

  public Map<String, Urgency> board(List<Intake> intakes) {
    Map<String, Urgency> board = new LinkedHashMap<>();
    for (Intake intake : intakes) {
      Urgency floor = RedFlags.floor(intake);
      if (floor.atLeast(Urgency.SOON)) {
        audit.record("raised", intake.patient().id());
      }
      board.put(intake.patient().id(), Urgency.higher(floor, assess(intake)));
    }
    return board;
  }
}
