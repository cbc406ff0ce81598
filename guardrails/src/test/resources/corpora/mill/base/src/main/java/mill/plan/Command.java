package mill.plan;

/** One thing that the agent wants to be done. */
public sealed interface Command {

  /** The word that the gate knows it by. */
  String kind();

  /** A line for people. */
  String label();

  /** How much of a shift it takes, in minutes. */
  default int minutes() {
    return 1;
  }

  /** Runs a pair of rollers. */
  record Grind(String roller, int gap, int seconds) implements Command {
    @Override
    public String kind() {
      return "grind";
    }

    @Override
    public String label() {
      return "grind on " + roller + " at " + gap;
    }

    @Override
    public int minutes() {
      return Math.max(1, seconds / 60);
    }
  }

  /** Sends grain down another chute. */
  record Divert(String from, String to, int kilos) implements Command {
    @Override
    public String kind() {
      return "divert";
    }

    @Override
    public String label() {
      return kilos + " kg from " + from + " to " + to;
    }

    @Override
    public int minutes() {
      return 1 + kilos / 500;
    }
  }

  /** Tells somebody something. */
  record Say(String to, String text) implements Command {
    @Override
    public String kind() {
      return "say";
    }

    @Override
    public String label() {
      return "tell " + to;
    }
  }
}
