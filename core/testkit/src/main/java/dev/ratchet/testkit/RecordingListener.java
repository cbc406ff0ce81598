package dev.ratchet.testkit;

import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.LoopListener;
import dev.ratchet.spi.Round;
import dev.ratchet.spi.Spending;
import dev.ratchet.spi.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * A listener that writes down what it hears and objects to an order that can't be. Tests call it.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class RecordingListener implements LoopListener {
  private enum Phase {
    BEFORE,
    RUN,
    ROUND,
    AFTER
  }

  private final List<String> events = new ArrayList<>();
  private final List<String> objections = new ArrayList<>();
  private Phase phase = Phase.BEFORE;

  @Override
  public void runStarted(Budget budget) {
    step("run started", Phase.BEFORE, Phase.RUN);
  }

  @Override
  public void roundStarted(int round) {
    step("round " + round + " started", Phase.RUN, Phase.ROUND);
  }

  @Override
  public void stageStarted(int round, int attempt, Stage stage) {
    step(round + "." + attempt + " " + stage, Phase.ROUND, Phase.ROUND);
  }

  @Override
  public void attemptFinished(int round, Attempt attempt) {
    String event = round + "." + attempt.number() + " " + attempt.outcome();
    step(event + " in " + attempt.stage(), Phase.ROUND, Phase.ROUND);
  }

  @Override
  public void roundFinished(Round round) {
    step("round " + round.number() + " finished", Phase.ROUND, Phase.RUN);
  }

  @Override
  public void runFinished(Spending spent) {
    step("run finished", Phase.RUN, Phase.AFTER);
  }

  private void step(String event, Phase expected, Phase next) {
    if (phase != expected) {
      objections.add("'" + event + "' was heard in phase " + phase + " instead of " + expected);
    }
    events.add(event);
    phase = next;
  }

  /**
   * Returns what was heard, in order.
   *
   * @throws AssertionError if it was heard in an order that can't be
   */
  public List<String> events() {
    if (!objections.isEmpty()) {
      throw new AssertionError(String.join("\n", objections));
    }
    return List.copyOf(events);
  }
}
