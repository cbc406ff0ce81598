package dev.ratchet;

import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The target can't be improved as it is: it does not compile, fails its tests, or can't be
 * measured.
 */
public final class UnusableBaselineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  UnusableBaselineException(String stage, List<Finding> findings) {
    super(
        "The target as it is does not pass "
            + stage
            + ", so nothing can be compared with it. Mend this first:\n"
            + findings.stream().map(f -> "  " + f).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** Returns what is wrong with the target. */
  public List<Finding> findings() {
    return findings;
  }
}
