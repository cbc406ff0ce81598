package dev.ratchet.java;

import dev.ratchet.isolation.Outcome;
import dev.ratchet.isolation.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How child JVMs are started, and what their end means. */
final class ChildJvm {
  private static final int SHOWN_ERROR = 500;

  private ChildJvm() {}

  /**
   * Returns the start of a command line, up to the class path.
   *
   * <p>The serial collector and the first compiler alone start fastest and disturb a neighbour
   * least; messages of the JVM go to standard error, because standard output carries the results.
   */
  static List<String> command(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+DisableAttachMechanism",
            "-Xmx512m",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "-Duser.country=",
            "-Duser.timezone=UTC"));
    command.addAll(options);
    return command;
  }

  /**
   * Returns what a process wrote that ended well.
   *
   * @throws NotMeasurable with what happened to any other
   */
  static byte[] output(Outcome outcome) throws NotMeasurable {
    if (outcome instanceof Outcome.Exited exited) {
      if (exited.code() == 0 && !exited.out().isTruncated()) {
        return exited.out().bytes();
      }
      throw new NotMeasurable(
          "The process ended with code " + exited.code() + said(exited.err()) + describe(exited));
    }
    if (outcome instanceof Outcome.TimedOut timedOut) {
      throw new NotMeasurable(
          "The process passed its deadline of "
              + timedOut.deadline().toMillis()
              + " ms and was ended"
              + said(timedOut.err()));
    }
    throw new NotMeasurable(((Outcome.NotStarted) outcome).reason());
  }

  private static String describe(Outcome.Exited exited) {
    return exited.out().isTruncated() ? ", its report was cut off" : "";
  }

  private static String said(Output error) {
    String text = error.text().strip();
    if (text.isEmpty()) {
      return "";
    }
    return ", saying: " + text.substring(0, Math.min(SHOWN_ERROR, text.length()));
  }
}
