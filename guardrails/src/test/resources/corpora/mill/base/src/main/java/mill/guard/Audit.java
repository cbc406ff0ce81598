package mill.guard;

import java.util.ArrayList;
import java.util.List;

/** What the agent did and was refused, for those who answer for it. */
public final class Audit {
  private final List<String> entries = new ArrayList<>();
  private boolean open = true;

  public void note(String what, String detail) {
    if (open) {
      entries.add(what + ": " + detail);
    }
  }

  public List<String> entries() {
    return List.copyOf(entries);
  }

  /** At the end of a season, when the entries have been handed over. */
  public void close() {
    open = false;
    entries.clear();
  }
}
