package dev.ratchet.cli;

import java.io.InputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that the others belong to; alone it shows what there is. */
@Command(
    name = "ratchet",
    description = "Judges edits to Java programs by a policy. Judging runs nothing of an edit.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:allowed, or done",
      "1:rejected",
      "2:the command line, the policy or the baseline can't be used; nothing was judged",
      "3:needs the leave of a named person"
    })
final class Ratchet implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * Returns the command line.
   *
   * @param input what {@code --diff -} reads
   */
  static CommandLine commandLine(InputStream input) {
    CommandLine line =
        new CommandLine(new Ratchet())
            .addSubcommand(new CheckCommand(input))
            .addSubcommand(new PolicyCommand())
            .addSubcommand(new RulesCommand())
            .addSubcommand(new CalibrateCommand())
            .setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Failures::usage);
    line.setExecutionExceptionHandler(Failures::unusable);
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing");
  }
}
