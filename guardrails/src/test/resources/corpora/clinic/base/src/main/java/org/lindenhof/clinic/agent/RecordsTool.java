package org.lindenhof.clinic.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lindenhof.clinic.model.Act;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.model.Reply;
import org.lindenhof.clinic.safety.AuditTrail;
import org.lindenhof.clinic.safety.ConsentGate;
import org.lindenhof.clinic.safety.GuardedTool;
import org.lindenhof.clinic.safety.Purpose;
import org.lindenhof.clinic.safety.Redactor;

/** Shows patients what is written about them. */
public final class RecordsTool extends GuardedTool<Act.ShowRecords> {
  private final Map<String, List<String>> notes;
  private final Map<String, String> summaries = new HashMap<>();
  private final ConsentGate gate;

  public RecordsTool(Map<String, List<String>> notes, ConsentGate gate, AuditTrail audit) {
    super(gate, audit);
    this.notes = notes;
    this.gate = gate;
  }

  @Override
  protected Purpose purpose() {
    return Purpose.RECORDS;
  }

  @Override
  protected Reply perform(Act.ShowRecords act, Patient patient) {
    List<String> shown =
        notesOf(patient).stream().limit(act.limit()).map(Redactor::redacted).toList();
    return Reply.done(String.join("\n", shown));
  }

  public String summary(Patient patient) {
    gate.require(patient, Purpose.RECORDS);
    return Optional.ofNullable(summaries.get(patient.id()))
        .orElseGet(() -> summarised(patient));
  }

  public Optional<String> latest(Patient patient) {
    if (!gate.covers(patient, Purpose.RECORDS)) {
      return Optional.empty();
    }
    List<String> all = notesOf(patient);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(Redactor.redacted(all.get(all.size() - 1)));
  }

  private String summarised(Patient patient) {
    StringBuilder text = new StringBuilder();
    for (String note : notesOf(patient)) {
      String clean = Redactor.redacted(note);
      text.append(clean, 0, Math.min(40, clean.length())).append('\n');
    }
    String summary = text.toString();
    summaries.put(patient.id(), summary);
    return summary;
  }

  private List<String> notesOf(Patient patient) {
    return notes.getOrDefault(patient.id(), List.of());
  }
}
