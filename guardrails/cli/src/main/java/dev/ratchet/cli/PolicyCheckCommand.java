package dev.ratchet.cli;

import dev.ratchet.guardrails.Policy;
import dev.ratchet.guardrails.PolicyCheck;
import dev.ratchet.guardrails.PolicyRemark;
import dev.ratchet.verdict.Tier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds a policy against its program: {@code policy check}. */
@Command(
    name = "check",
    description = "Reports rules of a policy that match nothing in the program.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the policy is sound, notes aside", "2:it is not, or can't be read"})
final class PolicyCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy.")
  private Path policy = Path.of("");

  @Option(
      names = "--before",
      required = true,
      paramLabel = "DIR",
      description = "The program that it is for.")
  private Path before = Path.of("");

  @Override
  public Integer call() {
    Policy read = Policy.read(policy);
    Snapshot program = DirectoryReader.read(before, read.filter());
    List<PolicyRemark> remarks = PolicyCheck.of(read, before, program.tree());
    long faults = remarks.stream().filter(remark -> remark.tier() != Tier.NOTE).count();
    PrintWriter out = spec.commandLine().getOut();
    remarks.forEach(remark -> out.println(line(remark)));
    out.println(
        faults == 0
            ? "SOUND: the policy has the hash " + read.hash()
            : "NOT SOUND: " + faults + " of its rules do not do what they say");
    out.flush();
    return faults == 0 ? ExitCode.ALLOWED : ExitCode.UNUSABLE;
  }

  private static String line(PolicyRemark remark) {
    return Report.word(remark.tier()) + " " + Escaped.line(remark.toString());
  }
}
