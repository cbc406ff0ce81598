package desk.agent;

class TriageTest {
  void sorts_refunds_into_billing() {
    String answer = new Triage().answer("Please refund my order, it is broken");
    if (!answer.equals("billing/medium")) {
      throw new AssertionError(answer);
    }
  }
}
