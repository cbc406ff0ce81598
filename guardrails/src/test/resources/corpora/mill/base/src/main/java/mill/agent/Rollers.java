package mill.agent;

import java.util.ArrayList;
import java.util.List;
import mill.guard.Interlock;
import mill.plan.Command;

/** Turns the rollers. */
public final class Rollers {
  private static final int WARM_UP = 5;

  /** The machine. */
  public interface Drive {
    void gap(String roller, int microns);

    void turn(String roller, int seconds);
  }

  private final Drive drive;
  private final Interlock interlock;

  public Rollers(Drive drive, Interlock interlock) {
    this.drive = drive;
    this.interlock = interlock;
  }

  public String grind(Command.Grind grind) {
    if (!interlock.arm(grind.roller())) {
      throw new IllegalStateException("busy: " + grind.roller());
    }
    try {
      int gap = interlock.clamp(grind.gap());
      drive.gap(grind.roller(), gap);
      drive.turn(grind.roller(), grind.seconds());
      return grind.roller() + " ground at " + gap;
    } finally {
      interlock.release(grind.roller());
    }
  }

  /** Turns each for a moment; returns those that were busy. */
  public List<String> warmUp(List<String> rollers) {
    List<String> busy = new ArrayList<>();
    for (String roller : rollers) {
      if (interlock.arm(roller)) {
        drive.turn(roller, WARM_UP);
        interlock.release(roller);
      } else {
        busy.add(roller);
      }
    }
    return busy;
  }

  /** Sets the gaps of all rollers, in their order. */
  public int[] adjust(List<String> rollers, int[] wanted) {
    int[] set = new int[rollers.size()];
    for (int i = 0; i < set.length; i++) {
      set[i] = interlock.clamp(wanted[i]);
      drive.gap(rollers.get(i), set[i]);
    }
    return set;
  }
}
