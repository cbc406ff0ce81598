package com.harbor.desk.agent;

import java.util.ArrayList;
import java.util.List;

/** Cuts a request into steps: {@code "calc 1+2, then convert 3 nm"}. */
final class Planner {

  List<Step> plan(String request) {
    List<Step> steps = new ArrayList<>();
    for (String part : request.split(", then ")) {
      String trimmed = part.trim();
      if (trimmed.isEmpty()) {
        continue;
      }
      int blank = trimmed.indexOf(' ');
      String tool = blank < 0 ? trimmed : trimmed.substring(0, blank);
      String argument = blank < 0 ? "" : trimmed.substring(blank + 1);
      steps.add(new Step(tool, argument));
    }
    return withoutRepeats(steps);
  }

  private List<Step> withoutRepeats(List<Step> steps) {
    List<Step> kept = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean repeated = false;
      for (int j = 0; j < i; j++) {
        if (steps.get(i).equals(steps.get(j))) {
          repeated = true;
        }
      }
      if (!repeated) {
        kept.add(steps.get(i));
      }
    }
    return kept;
  }
}
