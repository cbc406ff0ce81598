package org.forge.safety;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every act of the agent, in order. */
public final class AuditTrail {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  public void record(String kind, String what) {
    lines.add(kind + ": " + what);
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public int size() {
    return lines.size();
  }
}
