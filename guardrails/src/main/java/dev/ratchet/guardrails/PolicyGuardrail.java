package dev.ratchet.guardrails;

import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * A guardrail that holds every edit to a policy. Users call it.
 *
 * <p>All layers look at every edit and all findings are gathered in one pass; a layer that throws
 * or overflows its stack is itself a hard finding. Each verdict has a note with the hash of the
 * policy. Safe for many threads; it remembers parsed files, so one is kept per policy and target.
 */
public final class PolicyGuardrail implements Guardrail {
  private static final List<Layer> LAYERS =
      List.of(
          new PathLayer(),
          new TextLayer(),
          new SizeLayer(),
          new SyntaxLayer(),
          new PolicyLayer(),
          new MemberLayer(),
          new BindingLayer(),
          new ReferenceLayer(),
          new GuardLayer(),
          new SettingsLayer(),
          new SelfLayer(),
          new DeclarationLayer(),
          new CapabilityLayer(),
          new PackageLayer());

  private final Policy policy;
  private final List<Layer> layers;
  private final JavaCache java;
  private final ProtectedIndex index;

  private PolicyGuardrail(Policy policy, List<Layer> layers) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.layers = layers;
    this.java = new JavaCache(policy.rules().java().level());
    this.index = new ProtectedIndex(policy.rules(), java);
  }

  /** Returns a guardrail that enforces a policy. */
  public static PolicyGuardrail of(Policy policy) {
    return new PolicyGuardrail(policy, LAYERS);
  }

  /** Returns a guardrail with other layers, to test how their failures are taken. */
  static PolicyGuardrail of(Policy policy, List<Layer> layers) {
    return new PolicyGuardrail(policy, layers);
  }

  @Override
  public Verdict inspect(Candidate candidate) {
    Findings findings = new Findings();
    findings.add(
        Finding.note("policy.in-force", "Judged by the policy with hash " + policy.hash()));
    DeepThread.run(policy.rules().limits().time(), own -> inspect(candidate, own), findings);
    return Verdict.of(findings.all());
  }

  private void inspect(Candidate candidate, Findings findings) {
    Edit edit = new Edit(candidate, policy.rules(), java, index);
    for (Layer layer : layers) {
      try {
        layer.inspect(edit, findings);
      } catch (RuntimeException | StackOverflowError e) {
        findings.add(DeepThread.failed(layer.getClass().getSimpleName(), e));
      }
    }
  }

  /** Returns the policy in force. */
  public Policy policy() {
    return policy;
  }

  @Override
  public String name() {
    return policy.toString();
  }

  @Override
  public List<String> rules() {
    return RulesInWords.of(policy.rules());
  }
}
