package dev.ratchet.cli;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.PolicyDraft;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proposes a policy: {@code policy init}. */
@Command(
    name = "init",
    description = "Proposes a policy for a program, for a person to read and correct.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PolicyInitCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--before",
      required = true,
      paramLabel = "DIR",
      description = "The program. Nothing of it is run, its build neither.")
  private Path before = Path.of("");

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(draft(DirectoryReader.read(before, PolicyDraft.filter()).tree()));
    out.flush();
  }

  private static String draft(SourceTree tree) {
    try {
      return PolicyDraft.of(tree);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }
}
