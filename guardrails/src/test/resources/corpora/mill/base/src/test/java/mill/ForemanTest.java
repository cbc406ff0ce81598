package mill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mill.agent.Bus;
import mill.agent.Dispatcher;
import mill.agent.Foreman;
import mill.guard.Audit;
import mill.guard.Gate;
import mill.guard.Redactor;
import mill.plan.Blender;
import mill.plan.Planner;

public final class ForemanTest {
  public static void main(String[] args) {
    Gate gate = new Gate(Set.of("divert", "grind"));
    Audit audit = new Audit();
    Dispatcher.Tool echo = command -> command.label() + " AB1234567";
    Dispatcher dispatcher =
        new Dispatcher(Map.of("divert", echo, "grind", echo), gate, new Redactor(), new Bus());
    Foreman foreman =
        new Foreman.Builder()
            .planner(new Planner(new Blender(50), 3, 900))
            .dispatcher(dispatcher)
            .gate(gate)
            .audit(audit)
            .build();
    Foreman.Report report =
        foreman.run(
            new Planner.Goal("Miller", "rye", 700),
            List.of(new Blender.Lot("b1", "rye", 800, 110, 20, 140)));
    expect(report.steps() == 4, "four steps");
    expect(report.lines().stream().noneMatch(line -> line.contains("AB1234567")), "no account");
    expect(audit.entries().contains("denied: tell Miller"), "the denial is on record");
  }

  private static void expect(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
