package com.harbor.desk.store;

/** A place for a ship. */
public class Berth {
  private final String name;
  private final int length;
  private boolean taken;

  public Berth(String name, int length) {
    this.name = name;
    this.length = length;
  }

  public String getName() {
    return name;
  }

  public int getLength() {
    return length;
  }

  public boolean isTaken() {
    return taken;
  }

  public void setTaken(boolean taken) {
    this.taken = taken;
  }
}
