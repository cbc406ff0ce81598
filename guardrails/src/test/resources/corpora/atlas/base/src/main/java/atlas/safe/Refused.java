package atlas.safe;

/** A journey that the rules forbid. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String reason;

  public Refused(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
