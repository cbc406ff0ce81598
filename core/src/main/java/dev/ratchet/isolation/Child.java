package dev.ratchet.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An untrusted process that was started and waits for its input. Users call it.
 *
 * <p>To be awaited once and closed always; {@link #close} may be called from any thread.
 */
public final class Child implements AutoCloseable {
  private static final Duration FIRST_LOOK = Duration.ofMillis(10);
  private static final Duration LONGEST_GAP = Duration.ofMillis(320);
  private static final Duration PIPE_PATIENCE = Duration.ofMillis(200);

  private record Running(
      Process process, ProcessTree tree, Scratch scratch, Pump out, Pump err, boolean openInput) {}

  private final @Nullable Running running;
  private final String reason;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean hasTalked = new AtomicBoolean();

  private Child(@Nullable Running running, String reason) {
    this.running = running;
    this.reason = reason;
  }

  static Child notStarted(String reason) {
    return new Child(null, reason);
  }

  static Child started(Process process, Command command, Scratch scratch) {
    return new Child(
        new Running(
            process,
            new ProcessTree(process.toHandle(), scratch.mark()),
            scratch,
            Pump.start(process.getInputStream(), command.outputLimit()),
            Pump.start(process.getErrorStream(), command.errorLimit()),
            command.openInput()),
        "");
  }

  /** Returns whether the process runs at this moment. */
  public boolean isAlive() {
    return running != null && running.process().isAlive();
  }

  /**
   * Returns the directory in which the process may write, for files it needs later.
   *
   * @throws IllegalStateException if the process was not started
   */
  public Path scratch() {
    if (running == null) {
      throw new IllegalStateException(reason);
    }
    return running.scratch().path();
  }

  /**
   * Returns a dialogue with the process, to be had before {@link #await}, which then ends it.
   *
   * @throws IllegalStateException if the process was not started
   */
  public Dialogue dialogue() {
    if (running == null) {
      throw new IllegalStateException(reason);
    }
    hasTalked.set(true);
    return new Dialogue(running.process(), running.out());
  }

  /** Returns whether the process was started; {@link #await} says why it was not. */
  public boolean isStarted() {
    return running != null;
  }

  /**
   * Gives the process its input, waits for its end, and ends whatever it left behind.
   *
   * @param deadline counted from this call
   * @throws InterruptedException if the calling thread is interrupted; everything is ended first
   */
  public Outcome await(byte[] input, Duration deadline) throws InterruptedException {
    return await(input, new byte[0], deadline);
  }

  /**
   * Does the same, and closes an input that is kept open once the output has these bytes in it.
   *
   * <p>The end of the output comes late from behind walls, because they hold the stream as well.
   *
   * @param last what only a process at its end writes; none to wait for the end of the output
   */
  public Outcome await(byte[] input, byte[] last, Duration deadline) throws InterruptedException {
    Objects.requireNonNull(deadline, "deadline");
    if (running == null) {
      return new Outcome.NotStarted(reason);
    }
    byte[] text = input.clone();
    Running child = running;
    child.out().expect(last);
    try {
      if (!hasTalked.get()) { // What hostile code has put there since must not be given rights.
        child.scratch().handOver();
      }
    } catch (IOException e) {
      close();
      return new Outcome.NotStarted("The scratch directory can't be handed over: " + e);
    }
    Daemon.start("ratchet-feed", () -> feed(child, text));
    boolean ended;
    List<Long> survivors;
    try {
      ended = awaitEnd(child, deadline);
    } finally {
      survivors = child.tree().end();
    }
    Output out = child.out().output(PIPE_PATIENCE);
    Output err = child.err().output(PIPE_PATIENCE);
    close();
    return ended
        ? new Outcome.Exited(child.process().exitValue(), out, err, survivors)
        : new Outcome.TimedOut(deadline, out, err, survivors);
  }

  private static void feed(Running child, byte[] input) {
    OutputStream stream = child.process().getOutputStream();
    try {
      stream.write(input);
      stream.flush();
      if (child.openInput()) {
        child.out().awaitLast();
      }
      stream.close();
    } catch (IOException | InterruptedException e) {
      // The process does not want its input; its outcome will tell.
    }
  }

  /** Looks for descendants meanwhile, because those of an ended process can't be asked for. */
  private static boolean awaitEnd(Running child, Duration deadline) throws InterruptedException {
    long started = System.nanoTime();
    Duration gap = FIRST_LOOK;
    while (true) {
      long left = deadline.toNanos() - (System.nanoTime() - started);
      if (child.process().waitFor(Math.min(left, gap.toNanos()), TimeUnit.NANOSECONDS)) {
        return true;
      }
      if (left <= gap.toNanos()) {
        return false;
      }
      child.tree().look();
      gap = gap.compareTo(LONGEST_GAP) < 0 ? gap.multipliedBy(2) : gap;
    }
  }

  /** Ends the process with all its descendants, if it still runs, and removes its directory. */
  @Override
  public void close() {
    if (running == null || !closed.compareAndSet(false, true)) {
      return;
    }
    running.tree().end();
    running.scratch().remove();
  }
}
