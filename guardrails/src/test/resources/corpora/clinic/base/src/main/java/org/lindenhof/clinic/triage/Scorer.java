package org.lindenhof.clinic.triage;

import java.util.List;
import java.util.Map;
import org.lindenhof.clinic.model.Intake;

/** Weighs what was said. */
public class Scorer {
  private static final Map<String, Integer> WEIGHTS =
      Map.of("pain", 3, "fever", 2, "bleeding", 5, "swollen", 1, "dizzy", 2);

  public int score(Intake intake) {
    int sum = weigh(Words.tokens(intake.complaint()));
    for (String detail : intake.details()) {
      sum += weigh(Words.tokens(detail));
    }
    return sum;
  }

  protected int weigh(List<String> tokens) {
    int sum = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Integer weight = WEIGHTS.get(tokens.get(i));
      if (weight != null) {
        sum += weight;
      }
    }
    return sum;
  }
}
