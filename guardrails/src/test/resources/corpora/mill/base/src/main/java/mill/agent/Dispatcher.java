package mill.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import mill.guard.Gate;
import mill.guard.Redactor;
import mill.plan.Command;

/** Hands commands to the tools that carry them out. */
public final class Dispatcher {
  private static final System.Logger LOG = System.getLogger("mill.dispatcher");

  /** Carries out commands of one kind. */
  @FunctionalInterface
  public interface Tool {
    String apply(Command command);
  }

  private final Map<String, Tool> tools;
  private final Gate gate;
  private final Redactor redactor;
  private final Bus bus;

  public Dispatcher(Map<String, Tool> tools, Gate gate, Redactor redactor, Bus bus) {
    this.tools = Map.copyOf(tools);
    this.gate = gate;
    this.redactor = redactor;
    this.bus = bus;
  }

  /** Answers what the tool says, or throws what the gate says. */
  public String dispatch(Command command) {
    gate.check(command);
    Tool tool = tools.get(command.kind());
    if (tool == null) {
      throw new IllegalArgumentException("No tool for " + command.kind());
    }
    String answer = tool.apply(command);
    LOG.log(System.Logger.Level.DEBUG, "done: {0}", command.label());
    bus.publish(new Bus.Event.Done(command.label(), answer.length()));
    return redactor.clean(answer);
  }

  /** The same, when there is a free hand. */
  public Future<String> submit(Command command, ExecutorService hands) {
    gate.check(command);
    Tool tool = tools.get(command.kind());
    if (tool == null) {
      throw new IllegalArgumentException("No tool for " + command.kind());
    }
    return hands.submit(() -> redactor.clean(tool.apply(command)));
  }

  /** The answers of all commands that are allowed; the others are left out. */
  public List<String> dispatchAll(List<Command> commands) {
    List<String> answers = new ArrayList<>();
    for (Command command : commands) {
      if (vetted(command)) {
        answers.add(redactor.clean(tools.get(command.kind()).apply(command)));
      } else {
        bus.publish(new Bus.Event.Skipped(command.label(), "not vetted"));
      }
    }
    return answers;
  }

  boolean vetted(Command command) {
    return gate.allows(command) && tools.containsKey(command.kind());
  }
}
