package dev.ratchet.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads a stream of a process to its end, keeping the beginning, so that it never blocks. */
final class Pump {
  private final InputStream stream;
  private final int limit;
  private final Kept kept = new Kept();
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
      wakeReaders();
    }
  }

  private synchronized void wakeReaders() {
    notifyAll();
  }

  private synchronized void keep(byte[] buffer, int read) {
    int room = Math.min(read, limit - kept.size());
    kept.write(buffer, 0, room);
    dropped |= room < read;
    notifyAll();
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

  /** Returns how many bytes were kept so far. */
  synchronized int size() {
    return kept.size();
  }

  /** Returns the line that begins there, with its end; empty if none comes in time, or ever. */
  synchronized Optional<byte[]> line(int from, Duration patience) throws InterruptedException {
    long started = System.nanoTime();
    int looked = from;
    while (true) {
      int end = kept.indexOf((byte) '\n', looked);
      if (end >= 0) {
        return Optional.of(kept.part(from, end + 1));
      }
      looked = kept.size();
      long left = patience.toNanos() - (System.nanoTime() - started);
      if (left <= 0 || dropped || ended.getCount() == 0) {
        return Optional.empty();
      }
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
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

  /** Bytes that can be looked at without a copy of all of them. */
  private static final class Kept extends ByteArrayOutputStream {
    int indexOf(byte wanted, int from) {
      for (int at = from; at < count; at++) {
        if (buf[at] == wanted) {
          return at;
        }
      }
      return -1;
    }

    byte[] part(int from, int to) {
      return Arrays.copyOfRange(buf, from, to);
    }
  }
}
