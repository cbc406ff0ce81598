package mill.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps hands and programs off a roller that turns. */
public final class Interlock {
  private static final int NARROWEST = 80;
  private static final int WIDEST = 1_500;

  private final Set<String> armed = ConcurrentHashMap.newKeySet();

  /** Whether the roller was free and is now held. */
  public boolean arm(String roller) {
    return armed.add(roller);
  }

  public void release(String roller) {
    armed.remove(roller);
  }

  /** The nearest gap that does no harm. */
  public int clamp(int gap) {
    return Math.max(NARROWEST, Math.min(WIDEST, gap));
  }
}
