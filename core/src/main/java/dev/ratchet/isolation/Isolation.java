package dev.ratchet.isolation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to run untrusted processes. Users call it; immutable and safe for many threads.
 *
 * <p>Each process gets its own scratch directory, which is removed after it, an environment with
 * nothing but what its command names, a deadline and limits on its output. What else is kept from
 * it is its {@link IsolationLevel}. Above {@link IsolationLevel#PROCESS}, a host that runs as root
 * gives each process a user of its own.
 */
public final class Isolation {
  private final Walls walls;
  private final IsolationLevel level;
  private final List<String> launcher;
  private final Optional<ProbeResult> probed;

  private Isolation(
      IsolationLevel level, Walls walls, List<String> launcher, Optional<ProbeResult> probed) {
    this.level = level;
    this.walls = walls;
    this.launcher = List.copyOf(launcher);
    this.probed = probed;
  }

  /** Returns the isolation that every platform gives: a separate, bounded process. */
  public static Isolation process() {
    return of(IsolationLevel.PROCESS);
  }

  /**
   * Returns an isolation without trying it.
   *
   * <p>Where the platform does not give the level, nothing starts: the outcome says why. It never
   * falls back to a weaker one.
   */
  public static Isolation of(IsolationLevel level) {
    return new Isolation(level, new Walls(level), List.of(), Optional.empty());
  }

  /**
   * Returns an isolation that was tried and holds what its level promises.
   *
   * @throws IllegalStateException if it does not hold here, with the reason and a remedy
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Isolation requiring(IsolationLevel level) throws InterruptedException {
    Isolation tried = of(level).tried();
    if (!tried.holds()) {
      throw new IllegalStateException(
          "The isolation '"
              + level.words()
              + "' is asked for, but this machine does not give it. "
              + tried);
    }
    return tried;
  }

  /**
   * Returns the strongest isolation that holds here, for those who take what there is.
   *
   * <p>Its text says which one it is: show it to whoever relies on it.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Isolation strongest() throws InterruptedException {
    for (IsolationLevel level : List.of(IsolationLevel.SANDBOX, IsolationLevel.NO_NETWORK)) {
      Isolation tried = of(level).tried();
      if (tried.holds()) {
        return tried;
      }
    }
    return process().tried();
  }

  private Isolation tried() throws InterruptedException {
    return new Isolation(level, walls, launcher, Optional.of(probe()));
  }

  private boolean holds() {
    return probed.filter(ProbeResult::holds).isPresent();
  }

  /**
   * Tries to escape with a small child process behind the real walls, and tells what worked.
   *
   * <p>Takes about as long as a JVM takes to start.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public ProbeResult probe() throws InterruptedException {
    return new Probe(this).run();
  }

  /** Returns the level. */
  public IsolationLevel level() {
    return level;
  }

  /**
   * Returns this isolation with a program of yours in front of every command, and in front of it
   * what the level puts there.
   *
   * @param prefix the launcher and its arguments; {@link Command#SCRATCH} is replaced
   */
  public Isolation withLauncher(List<String> prefix) {
    return new Isolation(level, walls, prefix, Optional.empty());
  }

  /**
   * Starts a process, which then waits for its input.
   *
   * <p>Never throws for a process that does not start: {@link Child#await} says why.
   */
  public Child start(Command command) {
    if (walls.problem().isPresent()) {
      return Child.notStarted(walls.problem().get());
    }
    Scratch scratch;
    try {
      scratch = Scratch.create(command, walls.nextUser());
    } catch (IOException e) {
      return Child.notStarted(
          "The scratch directory can't be made: " + e + ". Free some space in java.io.tmpdir");
    }
    try {
      return Child.started(Starter.start(builder(command, scratch)), command, scratch);
    } catch (IOException e) {
      scratch.remove();
      return Child.notStarted(
          "'" + command.arguments().get(0) + "' does not start: " + e.getMessage());
    }
  }

  private ProcessBuilder builder(Command command, Scratch scratch) throws IOException {
    List<String> arguments = new ArrayList<>(launcher);
    arguments.addAll(command.arguments());
    arguments.replaceAll(a -> a.replace(Command.SCRATCH, scratch.path().toString()));
    String program = arguments.get(0);
    arguments.set(
        0,
        Tool.find(program)
            .orElseThrow(() -> new IOException("No such file that can be run: " + program))
            .toString());
    ProcessBuilder builder =
        new ProcessBuilder(walls.around(command, arguments, scratch))
            .directory(scratch.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(scratch.environment());
    return builder;
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

  /** Returns one line for a report: the level, and what was found when it was tried. */
  @Override
  public String toString() {
    String tried = probed.map(ProbeResult::toString).orElse(level.words() + " (not tried)");
    return launcher.isEmpty() ? tried : tried + ", behind " + launcher.get(0);
  }
}
