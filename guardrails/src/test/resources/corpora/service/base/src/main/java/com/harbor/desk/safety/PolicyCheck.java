package com.harbor.desk.safety;

import java.util.Set;

/** Decides whether a tool may be called with an argument. */
public final class PolicyCheck {
  private final Set<String> allowed;

  public PolicyCheck(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /** Throws unless the tool may be called so. */
  public void require(String tool, String argument) {
    if (!allowed.contains(tool)) {
      throw new RefusedException("tool " + tool + " is not allowed");
    }
    Alignment.check(argument);
  }
}
