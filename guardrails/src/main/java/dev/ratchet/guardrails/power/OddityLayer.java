package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.Clues.Oddity;
import dev.ratchet.guardrails.source.Clues.OddityKind;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.List;

/** No code that honest programs have no use for, and sleepers and hidden channels have. */
public final class OddityLayer implements Layer {
  private static final Rule HASH =
      Rule.escalate("oddities.hash", "No edit newly knows an object by a number that is its hash")
          .because("it hides which input the program treats in another way")
          .stops("if (question.hashCode() == 1712389123) return NONE;")
          .passes("if (one.hashCode() != other.hashCode()) return false;");
  private static final Rule LOCK =
      Rule.escalate("oddities.lock", "No edit newly locks what all of the JVM shares")
          .because("whoever holds the same text or number can stop it, or be told by it")
          .stops("synchronized (\"store\") { ... }")
          .passes("synchronized (lock) { ... }");

  @Override
  public List<Rule> rules() {
    return List.of(HASH, LOCK);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    List<String> known = new ArrayList<>();
    edit.files().forEach(f -> f.javaBefore().clues().oddities().forEach(o -> known.add(o.text())));
    for (FileEdit file : edit.files()) {
      for (Oddity oddity : file.javaAfter().clues().oddities()) {
        if (!known.remove(oddity.text())) {
          boolean isHash = oddity.kind() == OddityKind.HASH;
          findings.add(
              (isHash ? HASH : LOCK)
                  .found(
                      "The edit newly "
                          + (isHash ? "compares a hash with a number: " : "locks on ")
                          + Shown.quoted(oddity.text()))
                  .at(Place.of(file.path(), oddity.line()))
                  .remedy(
                      isHash ? "compare the objects themselves" : "lock an object of one's own"));
        }
      }
    }
  }
}
