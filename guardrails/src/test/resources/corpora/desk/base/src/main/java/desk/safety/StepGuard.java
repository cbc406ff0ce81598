package desk.safety;

import desk.core.Counter;
import desk.core.Refusal;

/** Ends what takes too many steps. */
public final class StepGuard extends Counter {

  @Override
  protected int most() {
    return Alignment.MAX_STEPS;
  }

  /** Counts one step, or refuses it. */
  public void step() {
    if (next() > most() || left() < 0) {
      throw new Refusal("steps", "took " + count() + " steps");
    }
  }
}
