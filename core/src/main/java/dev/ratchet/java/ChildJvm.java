package dev.ratchet.java;

import dev.ratchet.isolation.Command;
import dev.ratchet.isolation.Outcome;
import dev.ratchet.isolation.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How child JVMs are started, and what their end means. */
final class ChildJvm {
  private static final int SHOWN_ERROR = 500;
  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)([kKmMgG]?)");

  /** What a JVM may use beside its heap: classes, code, buffers, stacks, its own structures. */
  private static final long BESIDE_HEAP = 1L << 30;

  private static final long DEFAULT_HEAP = 1L << 29;

  private ChildJvm() {}

  /**
   * Returns a command that runs a class, with limits that fit a JVM.
   *
   * @param deadline the longest time that the process will be given
   */
  static Command.Builder command(
      List<String> options, String classPath, String main, Duration deadline) {
    List<String> arguments = start(options);
    arguments.addAll(List.of("-cp", classPath, main));
    return Command.builder(arguments)
        .withJdk()
        .withCpuTime(cpuTime(deadline))
        .withMemory(memory(options));
  }

  /**
   * Returns the start of a command line, up to the class path.
   *
   * <p>The serial collector and the first compiler alone start fastest and disturb a neighbour
   * least; messages of the JVM go to standard error, because standard output carries the results.
   */
  private static List<String> start(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+DisableAttachMechanism",
            "-Xmx512m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:MaxDirectMemorySize=256m",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "-Duser.country=",
            "-Duser.timezone=UTC"));
    command.addAll(options);
    return command;
  }

  private static String java() {
    try {
      return Path.of(System.getProperty("java.home")).toRealPath().resolve("bin/java").toString();
    } catch (IOException e) {
      throw new UncheckedIOException("The host's JDK can't be found", e);
    }
  }

  /** Each thread of a process may take all the time there is until the deadline. */
  private static Duration cpuTime(Duration deadline) {
    return deadline.plusSeconds(10).multipliedBy(Runtime.getRuntime().availableProcessors());
  }

  /** Returns the bytes that a JVM with these options may write to. */
  static long memory(List<String> options) {
    long heap = DEFAULT_HEAP;
    for (String option : options) {
      Matcher matcher = HEAP.matcher(option);
      if (matcher.matches()) {
        int shift = 10 * "kmg".indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 10;
        heap = Long.parseLong(matcher.group(1)) << (matcher.group(2).isEmpty() ? 0 : shift);
      }
    }
    return heap + BESIDE_HEAP;
  }

  /**
   * Returns what a process wrote that ended well.
   *
   * @throws NotMeasurable with what happened to any other
   */
  static byte[] output(Outcome outcome) throws NotMeasurable {
    if (outcome instanceof Outcome.Exited exited) {
      if (!exited.survivors().isEmpty()) {
        throw new NotMeasurable(
            "The process left others behind that can't be ended", exited.survivors().toString());
      }
      if (exited.code() == 0 && !exited.out().isTruncated()) {
        return exited.out().bytes();
      }
      throw new NotMeasurable(
          exited.out().isTruncated()
              ? "The report of the process was cut off"
              : "The process ended early",
          "code " + exited.code() + said(exited.err()));
    }
    if (outcome instanceof Outcome.TimedOut timedOut) {
      throw new NotMeasurable(
          "The process passed its deadline of "
              + timedOut.deadline().toMillis()
              + " ms and was ended",
          said(timedOut.err()));
    }
    throw new NotMeasurable(((Outcome.NotStarted) outcome).reason());
  }

  private static String said(Output error) {
    String text = error.text().strip();
    if (text.isEmpty()) {
      return "";
    }
    return " saying: " + text.substring(0, Math.min(SHOWN_ERROR, text.length()));
  }
}
