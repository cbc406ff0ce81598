package dev.ratchet.java;

import dev.ratchet.isolation.Child;
import dev.ratchet.isolation.Command;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.isolation.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Worker processes, started ahead so that a job need not wait for a JVM, and used once each.
 *
 * <p>Used once, because hostile code may leave anything behind in a process. Idle ones are filled
 * up after a job and not during it, when starting a JVM would disturb what is being timed.
 */
final class WorkerPool implements AutoCloseable {
  private static final String HOME = "/dev/ratchet/benchmarks/worker/";
  private static final List<String> CLASSES =
      List.of(
          "Meter",
          "OutOfSteps",
          "ProgramLoader",
          "Recorder",
          "Worker",
          "Worker$Answer",
          "Worker$Program",
          "Worker$Records");
  private static final int MOST_OUTPUT = 1 << 28;

  private final Isolation isolation;
  private final Command command;
  private final int size;
  private final SecureRandom nonces = new SecureRandom();
  private final Deque<Child> idle = new ArrayDeque<>();
  private boolean closed;

  WorkerPool(Isolation isolation, int size, List<String> jvmOptions) {
    this.isolation = isolation;
    this.size = size;
    this.command = command(jvmOptions);
    refill();
  }

  private static Command command(List<String> jvmOptions) {
    List<String> arguments = new ArrayList<>(ChildJvm.command(jvmOptions));
    arguments.addAll(List.of("-cp", "worker", "dev.ratchet.benchmarks.worker.Worker"));
    Command.Builder builder =
        Command.builder(arguments).withLimits(MOST_OUTPUT, 1 << 16).withOpenInput();
    classFiles().forEach((name, bytes) -> builder.withFile("worker" + name, bytes));
    return builder.build();
  }

  /** Reads the worker out of its module, wherever that lies: folder, jar or image. */
  static Map<String, byte[]> classFiles() {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : CLASSES) {
      String path = HOME + name + ".class";
      try (InputStream in = dev.ratchet.benchmarks.Task.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException(
              "The worker's class file "
                  + path
                  + " is missing, because ratchet-benchmarks-api is"
                  + " incomplete or of another version. Use the same version of all modules");
        }
        files.put(path, in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private synchronized void refill() {
    while (!closed && idle.size() < size) {
      idle.add(isolation.start(command));
    }
  }

  private synchronized Child take() {
    while (!idle.isEmpty()) {
      Child child = idle.remove();
      if (child.isAlive()) {
        return child;
      }
      child.close();
    }
    return isolation.start(command);
  }

  /**
   * Runs a job in a process of its own.
   *
   * @throws NotMeasurable if the process did not report every result
   * @throws InterruptedException if the thread is interrupted; the process is ended first
   */
  WorkerReport run(WorkerJob job, Duration deadline) throws NotMeasurable, InterruptedException {
    long nonce = nonces.nextLong();
    try (Child child = take()) {
      Outcome outcome = child.await(job.encode(nonce), deadline);
      byte[] report = ChildJvm.output(outcome);
      return WorkerReport.read(job, nonce, report);
    } finally {
      refill();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Child::close);
    idle.clear();
  }
}
