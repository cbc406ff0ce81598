package dev.ratchet.guardrails;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.evaluator.EvaluatorLayer;
import dev.ratchet.guardrails.evaluator.SelfLayer;
import dev.ratchet.guardrails.evaluator.TestsLayer;
import dev.ratchet.guardrails.form.AgreementLayer;
import dev.ratchet.guardrails.form.CompileLayer;
import dev.ratchet.guardrails.form.PathLayer;
import dev.ratchet.guardrails.form.SettingsLayer;
import dev.ratchet.guardrails.form.SizeLayer;
import dev.ratchet.guardrails.form.SyntaxLayer;
import dev.ratchet.guardrails.form.TextLayer;
import dev.ratchet.guardrails.guardcall.GuardLayer;
import dev.ratchet.guardrails.inspection.DeepThread;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.inspection.Memory;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.power.CapabilityLayer;
import dev.ratchet.guardrails.power.DeclarationLayer;
import dev.ratchet.guardrails.power.OddityLayer;
import dev.ratchet.guardrails.power.PackageLayer;
import dev.ratchet.guardrails.power.PowerLayer;
import dev.ratchet.guardrails.power.StateLayer;
import dev.ratchet.guardrails.protection.BindingLayer;
import dev.ratchet.guardrails.protection.ClosureLayer;
import dev.ratchet.guardrails.protection.MemberCodeLayer;
import dev.ratchet.guardrails.protection.MemberLayer;
import dev.ratchet.guardrails.protection.PolicyLayer;
import dev.ratchet.guardrails.protection.ReferenceCodeLayer;
import dev.ratchet.guardrails.protection.ReferenceLayer;
import dev.ratchet.guardrails.protection.SubtypeLayer;
import dev.ratchet.guardrails.rules.RulesInWords;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A guardrail that holds every edit to a policy. Users call it.
 *
 * <p>All layers look at every edit and all findings are gathered in one pass; a layer that throws
 * or overflows its stack is itself a hard finding. Each verdict has a note with the hash of the
 * policy. Safe for many threads; it remembers parsed files, so one is kept per policy and target.
 */
public final class PolicyGuardrail implements Guardrail {
  static final Rule IN_FORCE =
      Rule.note("policy.in-force", "The verdict names the policy")
          .because("a verdict holds for the policy that it was made by")
          .stops("every verdict, with the hash of its policy")
          .passes("no verdict");

  /** Those that read sources only come first: a host may have the base compiled meanwhile. */
  static final List<Layer> LAYERS =
      List.of(
          new PathLayer(),
          new TextLayer(),
          new SizeLayer(),
          new SyntaxLayer(),
          new PolicyLayer(),
          new SettingsLayer(),
          new SelfLayer(),
          new DeclarationLayer(),
          new StateLayer(),
          new OddityLayer(),
          new CompileLayer(),
          new AgreementLayer(),
          new MemberLayer(),
          new MemberCodeLayer(),
          new ClosureLayer(),
          new SubtypeLayer(),
          new BindingLayer(),
          new ReferenceLayer(),
          new GuardLayer(),
          new ReferenceCodeLayer(),
          new CapabilityLayer(),
          new PowerLayer(),
          new PackageLayer(),
          new EvaluatorLayer(),
          new TestsLayer());

  private final Policy policy;
  private final List<Layer> layers;
  private final Memory memory;
  private final DeepThread threads;

  private PolicyGuardrail(Policy policy, TreeCompiler compiler, List<Layer> layers) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.layers = layers;
    this.memory = new Memory(policy.rules(), compiler);
    this.threads = new DeepThread(policy.rules().limits().time());
  }

  /**
   * Returns a guardrail that enforces a policy for a program that needs no class path.
   *
   * @throws IllegalArgumentException if this runtime can't compile the policy's language level
   * @throws IllegalStateException if this runtime has no compiler
   */
  public static PolicyGuardrail of(Policy policy) {
    return of(policy, List.of());
  }

  /**
   * Returns a guardrail that enforces a policy.
   *
   * @param classPath the jars and directories that the program is compiled against
   * @throws IllegalArgumentException if this runtime can't compile the policy's language level
   * @throws IllegalStateException if this runtime has no compiler
   */
  public static PolicyGuardrail of(Policy policy, List<Path> classPath) {
    return of(policy, TreeCompiler.of(policy.java().target(classPath)));
  }

  /**
   * Returns a guardrail that enforces a policy and shares a compiler with other stages, so that
   * each tree is compiled once.
   */
  public static PolicyGuardrail of(Policy policy, TreeCompiler compiler) {
    return new PolicyGuardrail(policy, compiler, LAYERS);
  }

  static List<Layer> layers() {
    return LAYERS;
  }

  /** Returns a guardrail with other layers, to test each of them alone. */
  static PolicyGuardrail of(Policy policy, List<Path> classPath, List<Layer> layers) {
    return new PolicyGuardrail(policy, TreeCompiler.of(policy.java().target(classPath)), layers);
  }

  /**
   * Returns why no edit of a tree can be judged, or empty if edits can be: the program has to
   * compile as it is.
   */
  public Optional<Finding> baselineProblem(SourceTree base) {
    return memory.compiler().baselineProblem(base);
  }

  @Override
  public Verdict inspect(Candidate candidate) {
    Findings findings = new Findings(RuleCatalogue::declares);
    findings.add(IN_FORCE.found("Judged by the policy with hash " + policy.hash()));
    threads.run(own -> inspect(candidate, own), findings);
    memory.compiler().release();
    return Verdict.of(findings.all());
  }

  private void inspect(Candidate candidate, Findings findings) {
    Edit edit = new Edit(candidate, memory);
    for (Layer layer : layers) {
      if (Thread.currentThread().isInterrupted()) {
        return; // the deadline is over, and whoever asked has been told so
      }
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
