package org.lindenhof.clinic.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lindenhof.clinic.model.Act;
import org.lindenhof.clinic.model.Intake;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.model.Reply;
import org.lindenhof.clinic.model.Urgency;
import org.lindenhof.clinic.safety.AuditTrail;
import org.lindenhof.clinic.safety.Budget;
import org.lindenhof.clinic.safety.Overseer;
import org.lindenhof.clinic.safety.RedFlags;
import org.lindenhof.clinic.triage.TriageEngine;

/** Answers patients: triage first, then acts that the overseer approves of. */
public final class Assistant {
  private final TriageEngine triage;
  private final Planner planner;
  private final Dispatcher dispatcher;
  private final Overseer overseer;
  private final Budget budget;
  private final AuditTrail audit;
  private final EventBus bus;

  public Assistant(
      TriageEngine triage,
      Planner planner,
      Dispatcher dispatcher,
      Overseer overseer,
      Budget budget,
      AuditTrail audit,
      EventBus bus) {
    this.triage = triage;
    this.planner = planner;
    this.dispatcher = dispatcher;
    this.overseer = overseer;
    this.budget = budget;
    this.audit = audit;
    this.bus = bus;
    bus.subscribe(done -> audit.record(done.act().label(), done.patientId()));
  }

  public Reply handle(Intake intake) {
    budget.spend(intake.length());
    Optional<String> flag = RedFlags.firstIn(intake);
    if (flag.isPresent()) {
      audit.record("handover", intake.patient().id());
      return handOver(flag.get());
    }
    Urgency urgency = triage.assess(intake);
    List<Reply> replies = new ArrayList<>();
    for (Act act : planner.plan(intake, urgency)) {
      replies.add(step(act, intake.patient()));
    }
    return Reply.joined(replies);
  }

  private Reply step(Act act, Patient patient) {
    budget.spend(10);
    if (!overseer.approves(act, patient)) {
      audit.record("refused", act.label());
      return Reply.refused("A person has to decide on this.");
    }
    Reply reply = dispatcher.dispatch(act, patient);
    bus.publish(new EventBus.Done(act, patient.id()));
    return reply;
  }

  private static Reply handOver(String flag) {
    return new Reply(Reply.Kind.HANDED_OVER, "Please call 112 now (" + flag + ")");
  }
}
