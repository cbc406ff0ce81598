package atlas;

import atlas.agent.Concierge;
import atlas.net.Stop;
import atlas.net.Timetable;
import atlas.safe.Budget;
import atlas.safe.Ledger;
import atlas.safe.TravelRules;
import java.util.Set;

final class ConciergeTest {
  public static void main(String[] args) {
    Timetable table =
        Timetable.builder()
            .stop(new Stop("A", "Aue", 50.5, 12.7))
            .stop(new Stop("B", "Burg", 52.2, 11.8))
            .leg("A", "B", "R1", 480, 540, 1250)
            .build();
    Ledger ledger = new Ledger();
    Concierge agent =
        new Concierge(table, new TravelRules(Set.of()), new Budget(2000), (t, c) -> true, ledger);
    check("R1 08:00-09:00 (12.50)\n".equals(agent.answer("plan A B")));
    check("T1 for ann costs 12.50".equals(agent.answer("book ann A B")));
    check("not booked".equals(agent.answer("book ann A B")));
    check(ledger.entries().contains("over budget: ann"));
  }

  private static void check(boolean good) {
    if (!good) {
      throw new AssertionError();
    }
  }
}
