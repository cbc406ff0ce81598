package dev.ratchet.benchmarks.worker;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Inflater;

/**
 * The child process: reads one job, answers its tasks, writes one record per answer, and halts.
 *
 * <p>It halts as well when its standard input ends, so a killed host leaves no orphan. The streams
 * and the nonce that marks genuine records live in local variables, out of the reach of the code
 * under measurement; that code sees empty standard streams.
 */
public final class Worker {
  private static final long HOST_PATIENCE_MILLIS = 2000;

  private Worker() {}

  /** Runs one job from standard input. */
  public static void main(String[] arguments) throws Exception {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream raw = new FileOutputStream(FileDescriptor.out);
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    warmUp();
    DataInputStream frame = new DataInputStream(in);
    int stackBytes = frame.readInt();
    byte[] job = Job.readBytes(frame);
    AtomicBoolean done = new AtomicBoolean();
    Watchdog.haltAtTheEndOf(in, done);
    Thread thread = new Thread(null, () -> run(job, raw, done), "main", stackBytes);
    thread.start();
    thread.join();
    Runtime.getRuntime().halt(3);
  }

  /** Loads what a job needs while the process still waits for one. */
  private static void warmUp() {
    new Inflater().end(); // The first one starts a thread of the JDK.
    new JvmState().change(true);
    new Recorder(1, 1).enter(0, new Object[] {"", 1, new int[1]});
    Meter.begin(1, null);
    try {
      new ProgramLoader(Map.of(), new String[0]).loadClass("java.lang.Object");
      new Job(new byte[0]);
    } catch (ClassNotFoundException | IOException e) {
      // As expected: there is nothing to read.
    }
  }

  private static void run(byte[] bytes, OutputStream raw, AtomicBoolean done) {
    try {
      Job job = new Job(bytes);
      Records records = new Records(job.nonce, raw, done);
      runPasses(job, records);
      records.end(); // The host answers by closing our input.
      raw.close();
      Thread.sleep(HOST_PATIENCE_MILLIS);
      Runtime.getRuntime().halt(0);
    } catch (Throwable e) {
      // The host sees records without an end, and so no value at all.
      Runtime.getRuntime().halt(5);
    }
  }

  private static void runPasses(Job job, Records records) throws IOException {
    JvmState state = new JvmState();
    Method[][] copies = new Method[0][];
    try {
      for (Pass pass : job.passes) {
        Course course = course(job, pass, copies, records);
        for (Turn turn = course.next(); turn != null; turn = course.next()) {
          turn.run();
          byte change = state.change(pass.isTimed());
          if (change != JvmState.NOTHING) {
            records.changed(change);
            Runtime.getRuntime().halt(0);
          }
          course.done(turn);
        }
        copies = course instanceof WarmUp warm ? warm.copies : copies;
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      records.unusable(e.toString());
      Runtime.getRuntime().halt(0);
    }
  }

  private static Course course(Job job, Pass pass, Method[][] copies, Records records)
      throws ReflectiveOperationException {
    return switch (pass.kind) {
      case Pass.TIME -> new Timing(job, pass, records);
      case Pass.WARM -> new WarmUp(job, pass);
      case Pass.DUET -> new Duet(job, pass, copies, records);
      default -> new Counting(job, pass, records);
    };
  }
}
