package desk.model;

/** How much is at stake in a ticket, least first. */
public enum Severity {
  LOW("low", 72),
  MEDIUM("medium", 24),
  HIGH("high", 8),
  CRITICAL("critical", 1);

  private final String label;
  private final int hours;

  Severity(String label, int hours) {
    this.label = label;
    this.hours = hours;
  }

  /** Returns whether this is no less than another. */
  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /** Returns the word that people see. */
  public String label() {
    return label;
  }

  /** Returns within how many hours someone should answer. */
  public int hours() {
    return hours;
  }

  /** Returns the severity with a label, or the lowest if there is none. */
  public static Severity ofLabel(String label) {
    for (Severity severity : values()) {
      if (severity.label.equalsIgnoreCase(label)) {
        return severity;
      }
    }
    return LOW;
  }
}
