package dev.ratchet.cli;

import dev.ratchet.guardrails.PolicySchema;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of policies: {@code policy schema}. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of policies, for editors and other tools.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PolicySchemaCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(PolicySchema.text().stripTrailing());
    out.flush();
  }
}
