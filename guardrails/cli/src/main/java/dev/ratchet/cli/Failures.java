package dev.ratchet.cli;

import dev.ratchet.guardrails.policy.PolicyException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How a command that can't do its work says so: on the error output, by exit code 2. */
final class Failures {
  private Failures() {}

  static int usage(ParameterException problem, String... arguments) {
    CommandLine line = problem.getCommandLine();
    say(line.getErr(), String.valueOf(problem.getMessage()));
    say(line.getErr(), "Try '" + line.getCommandSpec().qualifiedName() + " --help'");
    return ExitCode.UNUSABLE;
  }

  static int unusable(Exception problem, CommandLine line, ParseResult arguments) {
    say(line.getErr(), text(problem));
    return ExitCode.UNUSABLE;
  }

  /** A bug is told apart from a mistake of the caller by its trace, which helps to mend it. */
  private static String text(Exception problem) {
    return problem instanceof UnusableException || problem instanceof PolicyException
        ? String.valueOf(problem.getMessage())
        : unexpected(problem);
  }

  static String unexpected(Throwable problem) {
    StackTraceElement[] trace = problem.getStackTrace();
    return "Nothing was judged, because the program failed; this is a fault of Ratchet: "
        + problem
        + (trace.length > 0 ? " at " + trace[0] : "");
  }

  private static void say(PrintWriter err, String text) {
    Escaped.lines(text).forEach(line -> err.println("ratchet: " + line));
    err.flush();
  }
}
