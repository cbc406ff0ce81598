package dev.ratchet.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Talk with an untrusted process, line by line, on its standard streams. Users call it.
 *
 * <p>Nothing here waits for the process longer than it is told: input is written by a thread of its
 * own, because a process that does not read would block the host. For one thread. It does not end
 * the process: {@link Child#await} with empty input does, or {@link Child#close}.
 */
public final class Dialogue {
  private static final long LOOK_SECONDS = 1;

  private final Process process;
  private final Pump out;
  private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
  private int heard;

  Dialogue(Process process, Pump out) {
    this.process = process;
    this.out = out;
    Daemon.start("ratchet-say", this::write);
  }

  private void write() {
    OutputStream stream = process.getOutputStream();
    try {
      while (process.isAlive()) {
        byte[] next = said.poll(LOOK_SECONDS, TimeUnit.SECONDS);
        if (next != null) {
          stream.write(next);
          stream.flush();
        }
      }
    } catch (IOException | InterruptedException e) {
      // The process does not want to hear more; what it then says, or does not, will tell.
    }
  }

  /** Gives the process these bytes, without waiting until it reads them. */
  public void say(byte[] bytes) {
    said.add(Objects.requireNonNull(bytes, "bytes").clone());
  }

  /** Returns whether the process has written what was not heard yet. */
  public boolean isSpeaking() {
    return out.size() > heard;
  }

  /**
   * Returns the next line that the process writes, with its line end; hostile data.
   *
   * @param patience how long to wait at most
   * @return empty if no whole line came in time, the process ended its output, or it had written
   *     more than the limit of its command
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Optional<byte[]> hear(Duration patience) throws InterruptedException {
    Optional<byte[]> line = out.line(heard, patience);
    heard += line.map(bytes -> bytes.length).orElse(0);
    return line;
  }

  /**
   * Returns the CPU time of the process and its present descendants so far, in nanoseconds, those
   * included that ended and were waited for. Read by the host.
   *
   * <p>On Linux exact for what runs, and to 10 ms for threads and processes that ended; elsewhere
   * as the system tells. Empty where it does not.
   */
  public OptionalLong cpuNanos() {
    return CpuTime.nanos(process.toHandle());
  }
}
