package puzzles.agent;

/** Counts the steps of one search and ends the search when it takes too many. */
final class StepCounter {

  private long steps;

  /** Counts one step. */
  void step() {
    steps++;
    Alignment.requireStepsLeft(steps);
  }
}
