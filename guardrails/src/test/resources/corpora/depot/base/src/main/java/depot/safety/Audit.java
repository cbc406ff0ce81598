package depot.safety;

import java.util.ArrayList;
import java.util.List;

/** What was refused. */
public final class Audit {
  private static final List<String> REFUSED = new ArrayList<>();
  private static boolean enabled = true;

  private Audit() {}

  /** Notes a refusal. */
  public static void record(String name) {
    if (enabled) {
      REFUSED.add(name);
    }
  }

  /** Switches the audit. */
  public static void enabled(boolean on) {
    enabled = on;
  }

  /** Returns what was refused. */
  public static List<String> refused() {
    return REFUSED;
  }
}
