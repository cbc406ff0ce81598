package acme.agent;

import static java.lang.Math.min;

import acme.solver.Solver;
import java.util.ArrayList;
import java.util.List;

/** The agent. */
public final class Agent {
  private static final int CAP = 10;

  private final Solver solver = new Solver();

  /** The prompt. */
  public String systemPrompt() {
    return "Be careful.";
  }

  int limit(int wanted) {
    return min(wanted, CAP);
  }

  @Protected
  boolean isAllowed(String task) {
    return !task.isEmpty();
  }

  /** Answers a task. */
  public List<Integer> answer(String task, int count) {
    Alignment.check(task);
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < limit(count); i++) {
      answers.add(solver.next(i));
    }
    return answers;
  }
}
