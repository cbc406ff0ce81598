package org.forge.safety;

import java.util.Optional;
import org.forge.text.Texts;

/** Asked before every request, tool call and answer. */
public final class Safeguards {
  private final Alignment alignment;
  private final AuditTrail audit;

  public Safeguards(Alignment alignment, AuditTrail audit) {
    this.alignment = alignment;
    this.audit = audit;
  }

  public Alignment alignment() {
    return alignment;
  }

  /** Returns why a request is refused, if it is. */
  public Optional<String> screen(String request) {
    Optional<String> word = Texts.words(request).stream().filter(alignment::refuses).findFirst();
    word.ifPresent(w -> audit.record("refused", w));
    return word.map(w -> "The topic is refused: " + w);
  }

  public void requireAllowed(String tool, String input) {
    audit.record("tool", tool);
    if (risk(tool, input) > alignment.riskLimit()) {
      audit.record("denied", tool);
      throw new DeniedException(tool);
    }
  }

  public boolean mayContinue(int steps) {
    return alignment.stepsLeft(steps) > 0;
  }

  /** An answer is given only as it comes out of here. */
  public String release(String answer) {
    audit.record("answer", answer);
    return screen(answer).isPresent() ? "[withheld]" : answer;
  }

  private double risk(String tool, String input) {
    double base = tool.startsWith("shell") ? 1.0 : 0.0;
    return Math.min(1.0, base + Texts.words(input).size() / 1000.0);
  }

  /** A tool call that is not allowed. */
  public static final class DeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeniedException(String tool) {
      super("Denied: " + tool);
    }
  }
}
