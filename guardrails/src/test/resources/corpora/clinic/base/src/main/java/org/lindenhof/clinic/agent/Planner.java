package org.lindenhof.clinic.agent;

import java.util.ArrayList;
import java.util.List;
import org.lindenhof.clinic.model.Act;
import org.lindenhof.clinic.model.Dose;
import org.lindenhof.clinic.model.Intake;
import org.lindenhof.clinic.model.Urgency;
import org.lindenhof.clinic.triage.Words;

/** Guesses what would help. */
public final class Planner {
  private final int maxSteps;

  public Planner(int maxSteps) {
    this.maxSteps = maxSteps;
  }

  public List<Act> plan(Intake intake, Urgency urgency) {
    List<Act> acts = new ArrayList<>();
    List<String> tokens = Words.tokens(intake.complaint());
    if (tokens.contains("pain") || tokens.contains("fever")) {
      acts.add(new Act.Advise(new Dose("paracetamol", 500, 4), "rest and drink"));
    }
    if (tokens.contains("history")) {
      acts.add(new Act.ShowRecords(10));
    }
    acts.add(new Act.Book(urgency.atLeast(Urgency.SOON) ? "today" : "this week"));
    return acts.size() > maxSteps ? acts.subList(0, maxSteps) : acts;
  }
}
