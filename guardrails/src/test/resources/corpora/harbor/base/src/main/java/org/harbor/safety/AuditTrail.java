package org.harbor.safety;

import java.util.ArrayList;
import java.util.List;

/** Every act of the agent, for people to read. */
public final class AuditTrail {
  private final List<String> lines = new ArrayList<>();
  private boolean open = true;

  public void record(String act, String detail) {
    if (open) {
      lines.add(act + ": " + detail);
    }
  }

  public List<String> lines() {
    return lines;
  }

  public void close() {
    open = false;
  }
}
