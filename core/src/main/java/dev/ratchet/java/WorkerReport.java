package dev.ratchet.java;

import dev.ratchet.benchmarks.TaskResult.Status;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker process reported, complete and genuine as far as the host can tell.
 *
 * <p>The process ran hostile code, so everything is checked: the nonce of every record, that each
 * expected result is there exactly once, and that nothing else is.
 */
final class WorkerReport {
  private static final byte RESULT = 1;
  private static final byte UNUSABLE = 2;
  private static final byte END = 3;

  private record Key(int pass, int side, int task) {}

  /** What one program made of one input in one pass. */
  record Answer(
      Status status,
      String text,
      long steps,
      long outside,
      long cpuNanos,
      long wallNanos,
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
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      report.readRecords(in, nonce);
    } catch (IOException | IllegalArgumentException e) {
      throw new NotMeasurable(
          "The results broke off after "
              + report.answers.size()
              + " answers, because the process ended early or wrote into its report");
    }
    report.requireComplete();
    return report;
  }

  private void readRecords(DataInputStream in, long nonce) throws IOException, NotMeasurable {
    for (int count = 0; ; count++) {
      long mark = in.readLong();
      byte kind = in.readByte();
      int length = in.readInt();
      if (mark != nonce || length < 0 || length > in.available()) {
        throw new IOException("not a record");
      }
      byte[] content = in.readNBytes(length);
      if (kind == UNUSABLE) {
        throw new NotMeasurable(
            "The entry point can't be called: "
                + new String(content, StandardCharsets.UTF_8)
                + ". Remedy: keep a static method from String to String there");
      }
      DataInputStream record = new DataInputStream(new ByteArrayInputStream(content));
      if (kind == END) {
        requireEnd(record.readInt() == count && in.available() == 0);
        return;
      }
      requireEnd(kind == RESULT);
      readAnswer(record);
    }
  }

  private static void requireEnd(boolean condition) throws IOException {
    if (!condition) {
      throw new IOException("records do not add up");
    }
  }

  private void readAnswer(DataInputStream in) throws IOException {
    Key key = new Key(in.readInt(), in.readInt(), in.readInt());
    int status = in.readByte();
    requireEnd(status >= 0 && status < Status.values().length);
    String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    long steps = in.readLong();
    long outside = in.readLong();
    long cpu = in.readLong();
    long wall = in.readLong();
    boolean profiled = in.readBoolean();
    Answer answer =
        new Answer(
            Status.values()[status],
            text,
            steps,
            outside,
            cpu,
            wall,
            profiled ? readSparse(in) : Map.of(),
            profiled ? readSparse(in) : Map.of(),
            profiled ? readSparse(in) : Map.of());
    requireEnd(answers.put(key, answer) == null && isExpected(key));
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
            throw new NotMeasurable("The result of task " + (task + 1) + " is missing");
          }
        }
      }
    }
  }

  private boolean isDue(int pass, int task) {
    if (job.passes().get(pass).kind() != WorkerJob.Pass.Kind.TIME) {
      return true;
    }
    return job.questions().get(task).timed()
        && answers.entrySet().stream()
            .noneMatch(
                entry ->
                    entry.getKey().task() == task
                        && entry.getValue().status() == Status.OUT_OF_STEPS);
  }

  /** Returns the answer of a counted pass, which is always there. */
  Answer answer(int pass, int side, int task) {
    Answer answer = answers.get(new Key(pass, side, task));
    if (answer == null) {
      throw new IllegalArgumentException("No such answer was due");
    }
    return answer;
  }

  /** Returns the answers of all timed passes of one program to one input. */
  List<Answer> timed(int side, int task) {
    return answers.entrySet().stream()
        .filter(entry -> entry.getKey().side() == side && entry.getKey().task() == task)
        .filter(entry -> isTimed(entry.getKey().pass()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private boolean isTimed(int pass) {
    return job.passes().get(pass).kind() == WorkerJob.Pass.Kind.TIME;
  }
}
