package com.harbor.desk.queue;

import java.util.ArrayList;
import java.util.List;

/** Requests by urgency; safe for several threads. */
public final class RequestQueue {
  private final List<Entry> waiting = new ArrayList<>();

  /** Adds a request. */
  public synchronized void add(String request, int urgency) {
    waiting.add(new Entry(request, urgency));
  }

  /** Takes the most urgent request, or null. */
  public synchronized String poll() {
    if (waiting.isEmpty()) {
      return null;
    }
    Entry best = waiting.get(0);
    for (Entry entry : waiting) {
      if (entry.urgency > best.urgency) {
        best = entry;
      }
    }
    waiting.remove(best);
    return best.request;
  }

  /** Returns how many wait. */
  public synchronized int size() {
    return waiting.size();
  }

  private static class Entry {
    private String request;
    private int urgency;

    Entry(String request, int urgency) {
      this.request = request;
      this.urgency = urgency;
    }
  }
}
