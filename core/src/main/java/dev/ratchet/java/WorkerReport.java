package dev.ratchet.java;

import dev.ratchet.benchmarks.TaskResult.Status;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a worker process reported, complete and genuine as far as the host can tell.
 *
 * <p>The process ran hostile code, so everything is checked: the nonce of every record, that each
 * expected result is there exactly once, and that nothing else is.
 */
final class WorkerReport {
  /** What the worker watches, in the order of its numbers. */
  private static final List<String> SHARED =
      List.of(
          "the system properties",
          "the default locale",
          "the default time zone",
          "the standard streams",
          "the handlers",
          "the thread",
          "the threads");

  private record Key(int pass, int side, int task) {}

  /** What one program made of one input in one pass. */
  record Answer(
      Status status,
      String text,
      long steps,
      long outside,
      long cpuNanos,
      long wallNanos,
      long allocatedBytes,
      Set<String> wanted,
      Map<Integer, Long> visits,
      Map<Integer, Long> calls,
      Map<Integer, Long> repeats) {

    /** Returns whether both answers are the same as far as a program can be held to it. */
    boolean agreesWith(Answer other) {
      return status == other.status && (status != Status.ANSWERED || text.equals(other.text));
    }
  }

  private final WorkerJob job;
  private final Map<Key, Answer> answers = new HashMap<>();

  private WorkerReport(WorkerJob job) {
    this.job = job;
  }

  /**
   * Reads the report on a job.
   *
   * @throws NotMeasurable if a result is missing or is not the worker's
   */
  static WorkerReport read(WorkerJob job, long nonce, byte[] bytes) throws NotMeasurable {
    WorkerReport report = new WorkerReport(job);
    for (Frames.Frame frame : Frames.read(bytes, nonce)) {
      if (frame.kind() == Frames.UNUSABLE) {
        throw new NotMeasurable(
            "The entry point can't be called: "
                + frame.text()
                + ". Remedy: keep a static method from String to String there");
      }
      if (frame.kind() == Frames.CHANGED) {
        throw changed(frame.content());
      }
      try {
        report.readAnswer(frame.open());
      } catch (IOException | IllegalArgumentException e) {
        throw Frames.brokenOff(report.answers.size());
      }
    }
    report.requireComplete();
    return report;
  }

  /**
   * What a program may not change, in words of the host, because a reason may be read by others.
   */
  private static NotMeasurable changed(byte[] content) {
    int what = content.length == 1 ? content[0] - 1 : -1;
    String name = what >= 0 && what < SHARED.size() ? SHARED.get(what) : "something";
    return new NotMeasurable(
        "The program changes "
            + name
            + " of its JVM, so it could keep answers there, or slow the version that runs beside"
            + " it. Remedy: keep what it needs in objects of its own, and start no threads");
  }

  private static void require(boolean condition) throws IOException {
    if (!condition) {
      throw new IOException("not a result");
    }
  }

  private void readAnswer(DataInputStream in) throws IOException {
    Key key = new Key(in.readInt(), in.readInt(), in.readInt());
    int status = in.readByte();
    require(status >= 0 && status < Status.values().length);
    String text = Frames.readText(in);
    long steps = in.readLong();
    long outside = in.readLong();
    long cpu = in.readLong();
    long wall = in.readLong();
    long allocated = in.readLong();
    Set<String> wanted = readNames(in);
    boolean profiled = in.readBoolean();
    Answer answer =
        new Answer(
            Status.values()[status],
            text,
            steps,
            outside,
            cpu,
            wall,
            allocated,
            wanted,
            profiled ? readSparse(in) : Map.of(),
            profiled ? readSparse(in) : Map.of(),
            profiled ? readSparse(in) : Map.of());
    require(answers.put(key, answer) == null && isExpected(key));
  }

  private static Set<String> readNames(DataInputStream in) throws IOException {
    int size = in.readInt();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < size; i++) {
      names.add(in.readUTF());
    }
    return names;
  }

  private static Map<Integer, Long> readSparse(DataInputStream in) throws IOException {
    int size = in.readInt();
    Map<Integer, Long> values = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      values.put(in.readInt(), in.readLong());
    }
    return values;
  }

  private boolean isExpected(Key key) {
    return key.pass() >= 0
        && key.pass() < job.passes().size()
        && job.passes().get(key.pass()).sides().contains(key.side())
        && key.task() >= 0
        && key.task() < job.questions().size();
  }

  /** A timed answer may be missing where the counted one ran out of steps, and nowhere else. */
  private void requireComplete() throws NotMeasurable {
    for (int pass = 0; pass < job.passes().size(); pass++) {
      for (int side : job.passes().get(pass).sides()) {
        for (int task = 0; task < job.questions().size(); task++) {
          if (!answers.containsKey(new Key(pass, side, task)) && isDue(pass, task)) {
            throw new NotMeasurable("The result of a task is missing", "task " + (task + 1));
          }
        }
      }
    }
  }

  private boolean isDue(int pass, int task) {
    boolean isDue = job.passes().get(pass).isDue(task, job.questions().get(task));
    if (job.passes().get(pass).kind() != WorkerJob.Pass.Kind.TIME) {
      return isDue;
    }
    return isDue
        && answers.entrySet().stream()
            .noneMatch(
                entry ->
                    entry.getKey().task() == task
                        && entry.getValue().status() == Status.OUT_OF_STEPS);
  }

  /** Returns the answer of a pass that had to give one. */
  Answer answer(int pass, int side, int task) {
    Answer answer = answers.get(new Key(pass, side, task));
    if (answer == null) {
      throw new IllegalArgumentException("No such answer was due");
    }
    return answer;
  }

  /** Returns the answers of all timed passes of one program to one input. */
  List<Answer> timed(int side, int task) {
    List<Answer> timed = new ArrayList<>();
    for (int pass = 0; pass < job.passes().size(); pass++) {
      Answer answer = answers.get(new Key(pass, side, task));
      if (answer != null && job.passes().get(pass).kind() == WorkerJob.Pass.Kind.TIME) {
        timed.add(answer);
      }
    }
    return timed;
  }
}
