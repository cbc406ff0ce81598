package com.harbor.desk.store;

import java.util.ArrayList;
import java.util.List;

/** The berths of the harbour. */
public class BerthStore {
  private final List<Berth> berths = new ArrayList<Berth>();

  /** Adds a berth. */
  public void add(Berth berth) {
    berths.add(berth);
  }

  /** Returns a free berth that is long enough, the shortest such, or null. */
  public Berth findFree(int length) {
    Berth best = null;
    for (Berth berth : berths) {
      if (!berth.isTaken() && berth.getLength() > length) {
        if (best == null || berth.getLength() < best.getLength()) {
          best = berth;
        }
      }
    }
    return best;
  }

  /** Returns the names of all free berths. */
  public List<String> freeNames() {
    List<String> names = new ArrayList<String>();
    for (Berth berth : berths) {
      if (!berth.isTaken()) {
        names.add(berth.getName());
      }
    }
    return names;
  }

  /** Returns the berth with a name, or null. */
  public Berth byName(String name) {
    for (Berth berth : berths) {
      if (berth.getName() == name || berth.getName().equals(name)) {
        return berth;
      }
    }
    return null;
  }

  /** Returns how long all berths are together. */
  public int totalLength() {
    int total = 0;
    for (Berth berth : berths) {
      total += berth.getLength();
    }
    return total;
  }
}
