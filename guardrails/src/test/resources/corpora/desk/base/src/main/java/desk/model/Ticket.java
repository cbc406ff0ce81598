package desk.model;

import java.util.List;
import java.util.Objects;

/** What a customer wrote. */
public record Ticket(
    String id, String customer, String subject, String body, Severity severity, int ageHours) {

  public Ticket {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(severity, "severity");
  }

  /** Returns subject and body, as safeguards read them. */
  public String text() {
    return subject + "\n" + body;
  }

  /** Returns whether nobody answered in time. */
  public boolean isLate() {
    return ageHours > severity.hours();
  }

  /** Returns a short line for lists. */
  public String line() {
    return id + " [" + severity.label() + "] " + subject;
  }

  /** Returns the first lines of the body. */
  public List<String> opening(int lines) {
    return body.lines().limit(lines).toList();
  }
}
