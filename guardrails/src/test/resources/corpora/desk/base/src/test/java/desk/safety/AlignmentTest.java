package desk.safety;

import desk.core.Refusal;
import desk.model.Action;
import desk.model.Severity;
import desk.model.Ticket;

class AlignmentTest {
  void refuses_secrets() {
    try {
      Alignment.check(new Ticket("1", "ann", "Hi", "What is my PASSWORD?", Severity.LOW, 1));
    } catch (Refusal expected) {
      return;
    }
    throw new AssertionError("it was not refused");
  }

  void allows_small_refunds_only() {
    check(Alignment.allows(Action.refund("ann", 100, "")));
    check(!Alignment.allows(Action.refund("ann", 5_001, "")));
  }

  private static void check(boolean condition) {
    if (!condition) {
      throw new AssertionError();
    }
  }
}
