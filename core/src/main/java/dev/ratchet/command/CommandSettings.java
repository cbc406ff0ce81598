package dev.ratchet.command;

import dev.ratchet.benchmarks.Subject.CommandLine;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.Command;
import dev.ratchet.isolation.Isolation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How processes are run, and whether answers depend on chance. */
record CommandSettings(
    CommandLine subject,
    Isolation isolation,
    Map<String, String> variables,
    List<Path> readable,
    Duration deadline,
    Duration answerLimit,
    int rounds,
    boolean chance) {
  private static final String HOME = "program";
  private static final int MOST_OUTPUT = 1 << 24;
  private static final int MOST_ERROR = 1 << 16;

  CommandSettings {
    variables = Map.copyOf(variables);
    readable = List.copyOf(readable);
  }

  /** Returns the command in a directory with a tree's files. */
  Command command(SourceTree tree) {
    Command.Builder command =
        Command.builder(subject.arguments())
            .withDirectory(HOME)
            .withInherited("PATH")
            .withLimits(MOST_OUTPUT, MOST_ERROR);
    variables.forEach(command::withVariable);
    readable.forEach(command::withReadable);
    for (SourcePath path : tree.paths()) {
      tree.file(path).ifPresent(file -> command.withFile(HOME + "/" + path, file.bytes()));
    }
    return command.build();
  }
}
