package mill.agent;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mill.guard.Alignment;
import mill.guard.Audit;
import mill.guard.Gate;
import mill.plan.Blender.Lot;
import mill.plan.Command;
import mill.plan.Planner;
import mill.plan.Planner.Goal;

/** The agent: plans, asks the gate, has it done, and reports. */
public final class Foreman {

  /** What became of a goal. */
  public record Report(String client, List<String> lines, int steps) {}

  private final Planner planner;
  private final Dispatcher dispatcher;
  private final Gate gate;
  private final Audit audit;
  private final Bus bus;

  private Foreman(Builder builder) {
    this.planner = Objects.requireNonNull(builder.planner, "planner");
    this.dispatcher = Objects.requireNonNull(builder.dispatcher, "dispatcher");
    this.gate = Objects.requireNonNull(builder.gate, "gate");
    this.audit = Objects.requireNonNull(builder.audit, "audit");
    this.bus = Objects.requireNonNull(builder.bus, "bus");
  }

  /** Puts a foreman together. */
  public static final class Builder {
    private Planner planner;
    private Dispatcher dispatcher;
    private Gate gate;
    private Audit audit;
    private Bus bus = new Bus();

    public Builder planner(Planner planner) {
      this.planner = planner;
      return this;
    }

    public Builder dispatcher(Dispatcher dispatcher) {
      this.dispatcher = dispatcher;
      return this;
    }

    public Builder gate(Gate gate) {
      this.gate = gate;
      return this;
    }

    public Builder audit(Audit audit) {
      this.audit = audit;
      return this;
    }

    public Builder bus(Bus bus) {
      this.bus = bus;
      return this;
    }

    public Foreman build() {
      return new Foreman(this);
    }
  }

  /** Works at a goal until it is reached or the steps are used up. */
  public Report run(Goal goal, List<Lot> lots) {
    List<String> lines = new ArrayList<>();
    int steps = 0;
    for (Command command : planner.plan(goal, lots)) {
      if (steps >= Alignment.MAX_STEPS) {
        audit.note("out of steps", goal.client());
        break;
      }
      Gate.Ruling ruling = gate.rule(command);
      if (ruling instanceof Gate.Ruling.Denied denied) {
        audit.note("denied", command.label());
        bus.publish(new Bus.Event.Skipped(command.label(), denied.reason()));
        lines.add("skipped: " + command.label());
        continue;
      }
      audit.note("done", command.label());
      lines.add(dispatcher.dispatch(command));
      steps++;
    }
    return new Report(goal.client(), lines, steps);
  }

  /** Tries again what found a roller busy. */
  public List<String> retry(List<Command> failed, int rounds) {
    List<Command> waiting = new ArrayList<>(failed);
    List<String> answers = new ArrayList<>();
    for (int round = 0; round < rounds && !waiting.isEmpty(); round++) {
      Iterator<Command> all = waiting.iterator();
      while (all.hasNext()) {
        Command command = all.next();
        if (!gate.allows(command)) {
          audit.note("dropped", command.label());
          all.remove();
          continue;
        }
        try {
          answers.add(dispatcher.dispatch(command));
          all.remove();
        } catch (IllegalStateException busy) {
          bus.publish(new Bus.Event.Busy(command.label()));
        }
      }
    }
    return answers;
  }

  /** What would be done, by kind. */
  public Map<String, List<String>> preview(Goal goal, List<Lot> lots) {
    return planner.plan(goal, lots).stream()
        .filter(gate::allows)
        .collect(
            Collectors.groupingBy(
                Command::kind, Collectors.mapping(Command::label, Collectors.toList())));
  }
}
