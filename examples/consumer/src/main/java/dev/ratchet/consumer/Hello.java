package dev.ratchet.consumer;

import dev.ratchet.ImprovementLoop;
import dev.ratchet.apply.DirectoryApplier;
import dev.ratchet.benchmarks.suites.FileSuite;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.guardrails.PolicyGuardrail;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.CompileValidator;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.java.search.SearchProposer;
import dev.ratchet.spi.Budget;
import java.io.IOException;
import java.nio.file.Path;

/** The hello world of the README: improves the program in a directory, on tasks from a file. */
public final class Hello {
  private Hello() {}

  /** Improves {@code my-agent} under {@code policy.yaml} on {@code tasks.jsonl}. */
  public static void main(String[] arguments) throws IOException {
    // README: begin
    Path agent = Path.of("my-agent");
    Policy policy = Policy.read(Path.of("policy.yaml"), agent);
    SourceTree source = SourceTree.read(agent, policy.filter());
    JavaTarget java = JavaTarget.builder("src").withEntryPoint("my.Agent#answer").build();
    TreeCompiler compiler = TreeCompiler.of(java);
    var tasks = ClassEvaluator.builder(compiler, FileSuite.read(Path.of("tasks.jsonl"))).build();
    ImprovementLoop.Builder loop =
        ImprovementLoop.builder(source, SearchProposer.standard(), tasks)
            .withGuardrail(PolicyGuardrail.of(policy, compiler))
            .withValidator(new CompileValidator(compiler))
            .withApplier(DirectoryApplier.of(agent, policy.filter()));
    System.out.println(loop.withBudget(Budget.rounds(20)).build().run().summary());
    // README: end
    tasks.close();
  }
}
