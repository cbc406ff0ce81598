package desk.safety;

import desk.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was done and refused, in order. */
public final class AuditLog {
  /** The sink of everything that has no log of its own. */
  public static final List<String> SHARED = new ArrayList<>();

  private final List<String> entries = new ArrayList<>();
  private final List<Consumer<String>> observers = new ArrayList<>();
  private boolean enabled = true;

  /** Adds an entry and tells everybody who listens. */
  public void record(String event) {
    if (enabled) {
      entries.add(Text.squeezed(event));
      observers.forEach(observer -> observer.accept(event));
    }
  }

  /** Returns what was recorded. */
  public List<String> entries() {
    return entries;
  }

  /** Returns who listens. */
  public List<Consumer<String>> observers() {
    return observers;
  }

  /** Turns recording on or off, for tests. */
  public void enabled(boolean on) {
    enabled = on;
  }
}
