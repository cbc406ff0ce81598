package dev.ratchet.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program. People call it: {@code java -jar ratchet-cli.jar --help}. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /** Even an error ends with the code that says that nothing was judged. */
  private static int run(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    if (arguments.length > 0 && arguments[0].equals("check")) {
      WarmCompiler.start();
    }
    try {
      return Ratchet.commandLine(System.in).setOut(out).setErr(err).execute(arguments);
    } catch (Error e) {
      err.println("ratchet: " + Escaped.line(Failures.unexpected(e)));
      return ExitCode.UNUSABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }
}
