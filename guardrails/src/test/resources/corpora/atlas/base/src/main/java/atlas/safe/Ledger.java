package atlas.safe;

import java.util.ArrayList;
import java.util.List;

/** What the agent did, for those who look after it. */
public final class Ledger {
  private final List<String> entries = new ArrayList<>();
  private boolean paused;

  public synchronized void note(String what, String about) {
    if (!paused) {
      entries.add(what + ": " + about);
    }
  }

  public synchronized void pause(boolean now) {
    paused = now;
  }

  public synchronized List<String> entries() {
    return List.copyOf(entries);
  }
}
