package mill.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mill.plan.Blender.Lot;
import mill.plan.Blender.Share;

/** Turns a goal into commands. */
public final class Planner {
  private static final int HEAVIEST = 2_500;

  /** So much flour of a grain, for somebody. */
  public record Goal(String client, String grain, int kilos) {}

  private final Blender blender;
  private final int passes;
  private final int firstGap;

  public Planner(Blender blender, int passes, int firstGap) {
    this.blender = blender;
    this.passes = passes;
    this.firstGap = firstGap;
  }

  public List<Command> plan(Goal goal, List<Lot> lots) {
    List<Share> shares = blender.blend(lots, goal.grain(), goal.kilos());
    List<Command> commands = new ArrayList<>();
    for (Share share : shares) {
      commands.addAll(diversions(share));
    }
    int kilos = shares.stream().mapToInt(Share::kilos).sum();
    commands.addAll(passes(kilos));
    if (kilos < goal.kilos()) {
      commands.add(new Command.Say("buyer", (goal.kilos() - kilos) + " kg " + goal.grain()));
    }
    commands.add(new Command.Say(goal.client(), kilos + " kg are ready"));
    return commands;
  }

  private static List<Command> diversions(Share share) {
    List<Command> commands = new ArrayList<>();
    int left = share.kilos();
    while (left > 0) {
      int part = Math.min(left, HEAVIEST);
      commands.add(new Command.Divert(share.lot().bin(), "rollers", part));
      left -= part;
    }
    return commands;
  }

  private List<Command> passes(int kilos) {
    return IntStream.range(0, passes)
        .<Command>mapToObj(
            pass -> new Command.Grind("r" + pass, firstGap >> pass, Math.min(3_600, kilos)))
        .toList();
  }

  /** Minutes that all of it takes. */
  public static int minutes(List<Command> commands) {
    int minutes = 0;
    for (Command command : commands) {
      minutes += command.minutes();
    }
    return minutes;
  }
}
