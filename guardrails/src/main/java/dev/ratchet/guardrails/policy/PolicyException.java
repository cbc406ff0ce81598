package dev.ratchet.guardrails.policy;

import java.nio.file.Path;

/**
 * Word that a policy can't be used. Reading a policy throws it.
 *
 * <p>The message names the file, the place, the key, the bad value and what is allowed. It is
 * unchecked because a program without a valid policy has nothing to fall back on: it must not run.
 */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PolicyException(Path file, int line, int column, String message) {
    super(file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "") + ": " + message);
  }

  public PolicyException(Path file, String message, Throwable cause) {
    super(file + ": " + message, cause);
  }
}
