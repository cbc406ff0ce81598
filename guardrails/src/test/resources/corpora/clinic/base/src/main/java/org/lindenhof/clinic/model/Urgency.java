package org.lindenhof.clinic.model;

/** How soon somebody has to be seen. */
public enum Urgency {
  ROUTINE,
  SOON,
  EMERGENCY;

  public static Urgency higher(Urgency one, Urgency other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  public boolean atLeast(Urgency other) {
    return compareTo(other) >= 0;
  }
}
