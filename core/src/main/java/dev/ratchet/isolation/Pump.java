package dev.ratchet.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads a stream of a process to its end, keeping the beginning, so that it never blocks. */
final class Pump {
  private final InputStream stream;
  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch saidLast = new CountDownLatch(1);
  private boolean dropped;
  private byte[] last = new byte[0];
  private byte[] tail = new byte[0];

  private Pump(InputStream stream, int limit) {
    this.stream = stream;
    this.limit = limit;
  }

  static Pump start(InputStream stream, int limit) {
    Pump pump = new Pump(stream, limit);
    Daemon.start("ratchet-pump", pump::run);
    return pump;
  }

  private void run() {
    byte[] buffer = new byte[8192];
    try (stream) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        keep(buffer, read);
      }
    } catch (IOException e) {
      markDropped(); // The pipe broke: whatever came after is lost.
    } finally {
      ended.countDown();
      saidLast.countDown();
    }
  }

  private synchronized void keep(byte[] buffer, int read) {
    int room = Math.min(read, limit - kept.size());
    kept.write(buffer, 0, room);
    dropped |= room < read;
    if (last.length > 0) {
      byte[] recent = Arrays.copyOf(tail, tail.length + read);
      System.arraycopy(buffer, 0, recent, tail.length, read);
      if (ProcessTree.contains(recent, last)) {
        saidLast.countDown();
      }
      tail = Arrays.copyOfRange(recent, Math.max(0, recent.length - last.length), recent.length);
    }
  }

  /** Makes bytes count as the end of what there is to say. */
  synchronized void expect(byte[] bytes) {
    last = bytes.clone();
  }

  private synchronized void markDropped() {
    dropped = true;
  }

  /** Waits for the expected bytes, or for the end of the stream. */
  void awaitLast() throws InterruptedException {
    saidLast.await();
  }

  /** Returns what came so far, after waiting a little for the end of the stream. */
  Output output(Duration patience) throws InterruptedException {
    boolean complete = ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    synchronized (this) {
      return new Output(kept.toByteArray(), dropped || !complete);
    }
  }
}
