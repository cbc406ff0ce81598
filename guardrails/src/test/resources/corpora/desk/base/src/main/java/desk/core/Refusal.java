package desk.core;

/** Says that something is not done, and why. */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;

  public Refusal(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  /** Returns the rule that refused. */
  public String rule() {
    return rule;
  }

  /** Returns one line for the log. */
  public String line() {
    return rule + ": " + getMessage();
  }
}
