package dev.ratchet.cli;

import dev.ratchet.guardrails.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges one edit: {@code check}. */
@Command(
    name = "check",
    description = "Judges an edit by a policy. Reads files only; nothing of the edit is run.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the edit is allowed",
      "1:the edit is rejected",
      "2:the command line, the policy or the baseline can't be used; nothing was judged",
      "3:the edit needs the leave of a named person"
    })
final class CheckCommand implements Callable<Integer> {
  /** The three ways to give an edit. */
  static final class Given {
    @Option(names = "--after", paramLabel = "DIR", description = "The program with the edit.")
    private @Nullable Path after;

    @Option(
        names = "--diff",
        paramLabel = "FILE",
        description = "The edit as a unified diff, as git writes it; - is the standard input.")
    private @Nullable Path diff;

    @Option(
        names = "--change-set",
        paramLabel = "FILE",
        description = "The edit as JSON, with the paths as its proposer spelt them.")
    private @Nullable Path changeSet;

    Report judge(Check check, Path policy, InputStream input) {
      if (after != null) {
        return check.after(after, policy);
      }
      if (diff != null) {
        return check.diff(Input.read(diff, input));
      }
      return check.changeSet(Input.read(Objects.requireNonNull(changeSet), input));
    }
  }

  private final InputStream input;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "The policy; it lies outside of both directories.")
  private Path policy = Path.of("");

  @Option(
      names = "--before",
      required = true,
      paramLabel = "DIR",
      description = "The program without the edit.")
  private Path before = Path.of("");

  @ArgGroup(multiplicity = "1")
  private Given given = new Given();

  @Option(
      names = "--class-path",
      paramLabel = "PATHS",
      description = "Jars that the program is compiled against; dir/* is all jars in dir.")
  private String classPath = "";

  @Option(
      names = "--fresh",
      description =
          "Both directories are fresh checkouts: judge what lies in target/ and build/ as well.")
  private boolean fresh;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or sarif; text unless given.")
  private Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the report there, and print it as text as well.")
  private Optional<Path> output = Optional.empty();

  CheckCommand(InputStream input) {
    this.input = input;
  }

  @Override
  public Integer call() {
    Report report = report();
    PrintWriter out = spec.commandLine().getOut();
    if (output.isPresent()) {
      write(output.get(), format.render(report));
    }
    out.print((output.isPresent() ? Format.TEXT : format).render(report));
    out.flush();
    return report.exitCode();
  }

  private Report report() {
    Policy rules = Policy.read(policy, before);
    Check check = Check.of(rules, before, ClassPath.of(classPath), fresh);
    return given.judge(check, policy, input);
  }

  private static void write(Path file, String report) {
    try {
      Files.writeString(file, report);
    } catch (IOException e) {
      throw new UnusableException("The report can't be written to " + file, e);
    }
  }
}
