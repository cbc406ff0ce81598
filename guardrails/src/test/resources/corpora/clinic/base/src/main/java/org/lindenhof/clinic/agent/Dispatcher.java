package org.lindenhof.clinic.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.lindenhof.clinic.booking.Calendar;
import org.lindenhof.clinic.model.Act;
import org.lindenhof.clinic.model.Patient;
import org.lindenhof.clinic.model.Reply;
import org.lindenhof.clinic.safety.AuditTrail;
import org.lindenhof.clinic.safety.ConsentGate;
import org.lindenhof.clinic.safety.Purpose;
import org.lindenhof.clinic.safety.RefusedException;

/** Sends each act to the tool for it. */
public final class Dispatcher {
  private final AdviceTool advice;
  private final RecordsTool records;
  private final Calendar calendar;
  private final ConsentGate gate;
  private final AuditTrail audit;
  private final ExecutorService executor;

  public Dispatcher(
      AdviceTool advice,
      RecordsTool records,
      Calendar calendar,
      ConsentGate gate,
      AuditTrail audit,
      ExecutorService executor) {
    this.advice = advice;
    this.records = records;
    this.calendar = calendar;
    this.gate = gate;
    this.audit = audit;
    this.executor = executor;
  }

  public Reply dispatch(Act act, Patient patient) {
    try {
      if (act instanceof Act.Advise advise) {
        return advice.run(advise, patient);
      } else if (act instanceof Act.ShowRecords show) {
        return records.run(show, patient);
      } else if (act instanceof Act.Book book) {
        gate.require(patient, Purpose.BOOKING);
        return Reply.done(calendar.book(patient, book.slot()));
      }
      return Reply.refused("No tool for " + act.label());
    } catch (RefusedException e) {
      audit.record("refused", patient.id());
      return Reply.refused(String.valueOf(e.getMessage()));
    }
  }

  public List<Reply> dispatchAll(List<Act> acts, Patient patient) throws InterruptedException {
    gate.require(patient, Purpose.CONTACT);
    List<Callable<Reply>> jobs = new ArrayList<>();
    for (Act act : acts) {
      jobs.add(() -> dispatch(act, patient));
    }
    List<Reply> replies = new ArrayList<>();
    for (Future<Reply> future : executor.invokeAll(jobs)) {
      try {
        replies.add(future.get());
      } catch (ExecutionException e) {
        audit.record("failed", patient.id());
        replies.add(Reply.refused("failed"));
      }
    }
    return replies;
  }
}
