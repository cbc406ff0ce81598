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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs jobs in worker processes, one process for each job. */
final class WorkerPool implements AutoCloseable {
  private static final String HOME = "/dev/ratchet/benchmarks/worker/";
  private static final List<String> CLASSES =
      List.of(
          "Answer",
          "Counting",
          "Course",
          "Duet",
          "Job",
          "Job$Task",
          "JvmState",
          "Meter",
          "OutOfSteps",
          "Pass",
          "Program",
          "ProgramLoader",
          "Recorder",
          "Records",
          "Timing",
          "Turn",
          "WarmUp",
          "Watchdog",
          "Worker");
  private static final int MOST_OUTPUT = 1 << 26;

  private final ChildPool children;
  private final SecureRandom nonces = new SecureRandom();

  /**
   * Makes a pool.
   *
   * @param libraries what programs may use, under the names that their jobs give
   * @param deadline the longest time that a job will be given
   */
  WorkerPool(
      Isolation isolation,
      int size,
      List<String> jvmOptions,
      Libraries libraries,
      Duration deadline) {
    this.children = new ChildPool(isolation, command(jvmOptions, libraries, deadline), size);
  }

  private static Command command(List<String> jvmOptions, Libraries libraries, Duration deadline) {
    Command.Builder builder =
        ChildJvm.command(jvmOptions, "worker", "dev.ratchet.benchmarks.worker.Worker", deadline)
            .withReadOnlyScratch()
            .withLimits(MOST_OUTPUT, 1 << 16)
            .withOpenInput();
    libraries.addTo(builder);
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

  /**
   * Runs a job in a process of its own.
   *
   * @throws NotMeasurable if the process did not report every result
   * @throws InterruptedException if the thread is interrupted; the process is ended first
   */
  WorkerReport run(WorkerJob job, Duration deadline) throws NotMeasurable, InterruptedException {
    long nonce = nonces.nextLong();
    try (Child child = children.take()) {
      Outcome outcome = child.await(job.encode(nonce), Frames.last(nonce), deadline);
      byte[] report = ChildJvm.output(outcome);
      return WorkerReport.read(job, nonce, report);
    } finally {
      children.refill();
    }
  }

  @Override
  public void close() {
    children.close();
  }
}
