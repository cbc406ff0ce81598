package mill.guard;

import java.util.Set;
import mill.plan.Command;

/** Decides which commands reach the mill. */
public final class Gate {
  private static final int NARROWEST = 80;
  private static final int LONGEST = 3_600;
  private static final int HEAVIEST = 2_500;

  private final Set<String> kinds;

  public Gate(Set<String> kinds) {
    this.kinds = Set.copyOf(kinds);
  }

  /** What the gate says to a command. */
  public sealed interface Ruling {
    record Allowed() implements Ruling {}

    record Denied(String reason) implements Ruling {}
  }

  /** Thrown instead of an answer. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }

  public Ruling rule(Command command) {
    if (!kinds.contains(command.kind())) {
      return new Ruling.Denied("unknown kind");
    }
    if (command instanceof Command.Grind grind) {
      return ruling(grind.gap() >= NARROWEST && grind.seconds() <= LONGEST, "beyond the rollers");
    }
    if (command instanceof Command.Divert divert) {
      return ruling(divert.kilos() > 0 && divert.kilos() <= HEAVIEST, "beyond the chutes");
    }
    if (command instanceof Command.Say say) {
      return ruling(!Alignment.forbids(say.text()), "forbidden words");
    }
    return new Ruling.Allowed();
  }

  public boolean allows(Command command) {
    return rule(command) instanceof Ruling.Allowed;
  }

  public void check(Command command) {
    if (rule(command) instanceof Ruling.Denied denied) {
      throw new Refused(denied.reason());
    }
  }

  private static Ruling ruling(boolean good, String reason) {
    return good ? new Ruling.Allowed() : new Ruling.Denied(reason);
  }
}
