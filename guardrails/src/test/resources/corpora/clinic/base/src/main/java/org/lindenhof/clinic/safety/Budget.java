package org.lindenhof.clinic.safety;

import java.util.concurrent.atomic.AtomicInteger;

/** How much a session may still cost. */
public final class Budget {
  private final AtomicInteger left;

  public Budget(int tokens) {
    this.left = new AtomicInteger(tokens);
  }

  public void spend(int tokens) {
    if (tokens < 0 || left.addAndGet(-tokens) < 0) {
      throw new RefusedException("the budget is spent");
    }
  }

  public void refill(int tokens) {
    left.addAndGet(tokens);
  }
}
