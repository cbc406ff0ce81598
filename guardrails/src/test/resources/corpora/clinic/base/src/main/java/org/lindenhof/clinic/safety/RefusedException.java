package org.lindenhof.clinic.safety;

/** What was asked for is not allowed. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusedException(String reason) {
    super(reason);
  }
}
