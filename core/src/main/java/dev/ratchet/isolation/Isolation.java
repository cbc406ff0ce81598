package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A way to run untrusted processes. Users call it; immutable and safe for many threads.
 *
 * <p>Each process gets its own scratch directory, which is removed after it, an environment with
 * nothing but what its command names, a deadline and limits on its output. A launcher prefix puts a
 * stronger sandbox in front, such as {@code bwrap} with its switches.
 */
public final class Isolation {
  private final List<String> launcher;

  private Isolation(List<String> launcher) {
    this.launcher = List.copyOf(launcher);
  }

  /** Returns the isolation that every platform gives: a separate, bounded process. */
  public static Isolation process() {
    return new Isolation(List.of());
  }

  /**
   * Returns this isolation with a program in front of every command.
   *
   * @param prefix the launcher and its arguments; {@link Command#SCRATCH} is replaced
   */
  public Isolation withLauncher(List<String> prefix) {
    return new Isolation(prefix);
  }

  /**
   * Starts a process, which then waits for its input.
   *
   * <p>Never throws for a process that does not start: {@link Child#await} says why.
   */
  public Child start(Command command) {
    Path scratch;
    try {
      scratch = Files.createTempDirectory("ratchet-").toRealPath();
    } catch (IOException e) {
      return Child.notStarted(
          "No scratch directory can be made: " + e + ". Free some space in java.io.tmpdir");
    }
    try {
      return start(command, new Scratch(scratch));
    } catch (IOException e) {
      new Scratch(scratch).remove();
      return Child.notStarted(
          "'" + command.arguments().get(0) + "' does not start: " + e.getMessage());
    }
  }

  /**
   * Runs a process to its end.
   *
   * @param input what it reads from standard input
   * @throws InterruptedException if the calling thread is interrupted; everything is ended first
   */
  public Outcome run(Command command, byte[] input, Duration deadline) throws InterruptedException {
    try (Child child = start(command)) {
      return child.await(input, deadline);
    }
  }

  private Child start(Command command, Scratch scratch) throws IOException {
    for (Map.Entry<String, byte[]> file : command.files().entrySet()) {
      scratch.write(file.getKey(), file.getValue());
    }
    Path directory = scratch.path().resolve(command.directory());
    Files.createDirectories(directory);
    List<String> arguments = new ArrayList<>(launcher);
    arguments.addAll(command.arguments());
    arguments.replaceAll(a -> a.replace(Command.SCRATCH, scratch.path().toString()));
    ProcessBuilder builder = new ProcessBuilder(arguments).directory(directory.toFile());
    String mark = UUID.randomUUID().toString();
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    builder.environment().put(ProcessTree.MARK, mark);
    return Child.started(builder.start(), mark, command, scratch);
  }
}
