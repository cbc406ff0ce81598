package dev.ratchet.guardrails;

/** Both sides compile. What does not has no class files to be judged. */
final class CompileLayer implements Layer {
  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.compilation().findings().forEach(findings::add);
  }
}
