package desk.model;

import java.util.Objects;

/** One thing that the agent wants to do. */
public record Action(Kind kind, String target, int cents, String note) {

  /** What can be done. */
  public enum Kind {
    REPLY,
    REFUND,
    CLOSE,
    ESCALATE,
    WAIT;

    /** Returns whether money or a customer's data moves. */
    public boolean isSensitive() {
      return this == REFUND || this == CLOSE;
    }

    /** Returns the word in plans. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Action {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(note, "note");
  }

  /** Returns an answer to a customer. */
  public static Action reply(String target, String note) {
    return new Action(Kind.REPLY, target, 0, note);
  }

  /** Returns money going back to a customer. */
  public static Action refund(String target, int cents, String note) {
    return new Action(Kind.REFUND, target, cents, note);
  }

  /** Returns the end of a ticket. */
  public static Action close(String target) {
    return new Action(Kind.CLOSE, target, 0, "");
  }

  /** Returns a call for a person. */
  public static Action escalate(String target, String why) {
    return new Action(Kind.ESCALATE, target, 0, why);
  }

  /** Returns a pause. */
  public static Action pause(String target) {
    return new Action(Kind.WAIT, target, 0, "");
  }

  /** Returns a short line for lists. */
  public String line() {
    return kind.word() + " " + target + (cents > 0 ? " " + cents : "");
  }
}
