package dev.ratchet.benchmarks.worker;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The child process: reads one job, answers its tasks, writes one record per answer, and halts.
 *
 * <p>It halts as well when its standard input ends, so a killed host leaves no orphan. The streams
 * and the nonce that marks genuine records live in local variables, out of the reach of the code
 * under measurement; that code sees empty standard streams.
 */
public final class Worker {
  private static final byte COUNT = 0;
  private static final byte PROFILE = 1;
  private static final byte TIME = 2;
  private static final byte WARM = 3;
  private static final byte DUET = 4;
  private static final byte ANSWERED = 0;
  private static final byte THREW = 1;
  private static final byte OUT_OF_STEPS = 2;
  private static final long HOST_PATIENCE_MILLIS = 2000;
  private static final long LONGEST_WARM_UP_NANOS = 1_000_000_000;

  /** One version of the code under measurement. */
  private static final class Program {
    String type = "";
    String method = "";
    int blocks;
    int methods;
    String[] jars = new String[0];
    final Map<String, byte[]> classes = new HashMap<>();

    Method load() throws ReflectiveOperationException {
      return load(new ProgramLoader(classes, jars));
    }

    Method load(ProgramLoader loader) throws ReflectiveOperationException {
      Class<?> home = loader.loadClass(type);
      Method entry = home.getDeclaredMethod(method, String.class);
      if (!Modifier.isStatic(entry.getModifiers()) || entry.getReturnType() != String.class) {
        throw new NoSuchMethodException(type + "#" + method + " is not static or gives no String");
      }
      entry.setAccessible(true);
      return entry;
    }
  }

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Program[] programs;
  private final String[] inputs;
  private final long[] budgets;
  private final boolean[] counted;
  private final boolean[] timed;
  private final int answerLimit;

  /** By side, the copies that are warm; each was loaded by a loader of its own. */
  private Method[][] warm = new Method[0][];

  private Worker(DataInputStream job) throws IOException {
    answerLimit = job.readInt();
    programs = new Program[job.readInt()];
    for (int i = 0; i < programs.length; i++) {
      programs[i] = readProgram(job);
    }
    inputs = new String[job.readInt()];
    budgets = new long[inputs.length];
    counted = new boolean[inputs.length];
    timed = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = new String(readBytes(job), StandardCharsets.UTF_8);
      budgets[i] = job.readLong();
      counted[i] = job.readBoolean();
      timed[i] = job.readBoolean();
    }
  }

  private static Program readProgram(DataInputStream job) throws IOException {
    Program program = new Program();
    program.type = job.readUTF();
    program.method = job.readUTF();
    program.blocks = job.readInt();
    program.methods = job.readInt();
    program.jars = new String[job.readInt()];
    for (int i = 0; i < program.jars.length; i++) {
      program.jars[i] = job.readUTF();
    }
    int count = job.readInt();
    for (int i = 0; i < count; i++) {
      String name = job.readUTF();
      program.classes.put(name, readBytes(job));
    }
    return program;
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

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
    byte[] job = readBytes(frame);
    AtomicBoolean done = new AtomicBoolean();
    haltAtTheEndOf(in, done);
    Thread thread = new Thread(null, () -> run(job, raw, done), "main", stackBytes);
    thread.start();
    thread.join();
    Runtime.getRuntime().halt(3);
  }

  /** Loads what a job needs while the process still waits for one. */
  private static void warmUp() throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    threads.getCurrentThreadCpuTime();
    new Recorder(1, 1).enter(0, new Object[] {"", 1, new int[1]});
    Meter.begin(1, null);
    Program none = new Program();
    none.type = "java.lang.Object";
    none.method = "none";
    try {
      none.load();
    } catch (ReflectiveOperationException e) {
      // As expected: there is no such method.
    }
  }

  /**
   * Halts when the host is gone, or has seen the end of the results.
   *
   * <p>Halting from another thread while this one reads would cost 0.3 s, because the JVM waits
   * that long for threads in native code.
   */
  private static void haltAtTheEndOf(InputStream in, AtomicBoolean done) {
    Thread watchdog =
        new Thread(
            () -> {
              try {
                while (in.read() >= 0) {
                  // Nothing more is expected.
                }
              } catch (IOException e) {
                // The host is gone.
              }
              Runtime.getRuntime().halt(done.get() ? 0 : 4);
            });
    watchdog.setDaemon(true);
    watchdog.start();
  }

  private static void run(byte[] job, OutputStream raw, AtomicBoolean done) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(job));
      Records records = new Records(in.readLong(), raw, done);
      new Worker(in).runPasses(in, records);
      records.end(); // The host answers by closing our input.
      raw.close();
      Thread.sleep(HOST_PATIENCE_MILLIS);
      Runtime.getRuntime().halt(0);
    } catch (Throwable e) {
      // The host sees records without an end, and so no value at all.
      Runtime.getRuntime().halt(5);
    }
  }

  private void runPasses(DataInputStream in, Records records) throws IOException {
    int passes = in.readInt();
    for (int pass = 0; pass < passes; pass++) {
      byte kind = in.readByte();
      long coins = in.readLong();
      int[] sides = new int[in.readInt()];
      for (int i = 0; i < sides.length; i++) {
        sides[i] = in.readInt();
      }
      int[] numbers = new int[in.readInt()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.readInt();
      }
      if (kind == TIME) {
        time(pass, sides, coins, records);
      } else if (kind == WARM) {
        warm(sides, coins, numbers, records);
      } else if (kind == DUET) {
        duet(pass, sides, coins, numbers, records);
      } else {
        count(pass, sides[0], kind == PROFILE, records);
      }
    }
  }

  /** Each task meets a fresh copy of the program, so no count depends on the order of tasks. */
  private void count(int pass, int side, boolean profiled, Records records) throws IOException {
    Program program = programs[side];
    for (int task = 0; task < inputs.length; task++) {
      if (!counted[task]) {
        continue;
      }
      ProgramLoader loader = new ProgramLoader(program.classes, program.jars);
      Method entry = entry(program, loader, records);
      Recorder recorder = profiled ? new Recorder(program.blocks, program.methods) : null;
      Answer answer = new Answer();
      Meter.begin(budgets[task], recorder);
      ask(entry, inputs[task], answer);
      answer.steps = Meter.steps();
      answer.outside = Meter.outside();
      if (Meter.isExhausted()) {
        answer.status = OUT_OF_STEPS;
        answer.thrown = null;
        answer.text = "";
        timed[task] = false;
      }
      Meter.begin(Long.MAX_VALUE, null);
      describe(answer);
      answer.wanted = loader.wanted();
      records.write(pass, side, task, answer, recorder);
    }
  }

  /** The sides take turns task by task, and a coin says which is first. */
  private void time(int pass, int[] sides, long coins, Records records) throws IOException {
    Method[] entries = new Method[sides.length];
    for (int i = 0; i < sides.length; i++) {
      Program program = programs[sides[i]];
      entries[i] = entry(program, new ProgramLoader(program.classes, program.jars), records);
    }
    for (int task = 0; task < inputs.length; task++) {
      for (int i = 0; timed[task] && i < sides.length; i++) {
        int turn = (int) ((i + (coins >>> (task & 63))) & 1) % sides.length;
        Answer answer = new Answer();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        ask(entries[turn], inputs[task], answer);
        answer.wall = System.nanoTime() - wall;
        answer.cpu = threads.getCurrentThreadCpuTime() - cpu;
        describe(answer);
        records.write(pass, sides[turn], task, answer, null);
      }
    }
  }

  /** Coins say which side of a copy is loaded first, and which is warmed up first. */
  private void warm(int[] sides, long coins, int[] numbers, Records records) throws IOException {
    int copies = numbers[0];
    warm = new Method[sides.length][copies];
    for (int copy = 0; copy < copies; copy++) {
      for (int i = 0; i < sides.length; i++) {
        int side = turn(i, sides.length, coins, copy);
        Program program = programs[sides[side]];
        warm[side][copy] =
            entry(program, new ProgramLoader(program.classes, program.jars), records);
      }
    }
    warmUp(numbers, coins);
  }

  /**
   * All copies take turns, so all are equally warm whether the executions or the time end it.
   *
   * <p>The numbers are copies, executions of each, and the range of the tasks.
   */
  private void warmUp(int[] numbers, long coins) {
    int from = numbers[2];
    int tasks = numbers[3] - from;
    long begun = System.nanoTime();
    for (int i = 0; i < numbers[1]; i++) {
      for (int copy = 0; copy < numbers[0]; copy++) {
        for (int side = 0; side < warm.length; side++) {
          Method entry = warm[turn(side, warm.length, coins, 32 + copy)][copy];
          ask(entry, inputs[from + i % tasks], new Answer());
        }
      }
      if (System.nanoTime() - begun > LONGEST_WARM_UP_NANOS) {
        return;
      }
    }
  }

  /**
   * One copy of each side answers the same tasks; each is timed as a whole, and a coin says when.
   */
  private void duet(int pass, int[] sides, long coins, int[] numbers, Records records)
      throws IOException {
    int copy = numbers[0];
    int from = numbers[1];
    int to = numbers[2];
    for (int i = 0; i < sides.length; i++) {
      int side = turn(i, sides.length, coins, 0);
      Answer[] answers = new Answer[to - from];
      for (int task = from; task < to; task++) {
        answers[task - from] = new Answer();
      }
      Method entry = warm[side][copy];
      long allocated = allocated();
      long cpu = threads.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      for (int task = from; task < to; task++) {
        ask(entry, inputs[task], answers[task - from]);
      }
      answers[0].wall = System.nanoTime() - wall;
      answers[0].cpu = threads.getCurrentThreadCpuTime() - cpu;
      answers[0].allocated = allocated() - allocated;
      for (int task = from; task < to; task++) {
        describe(answers[task - from]);
        records.write(pass, sides[side], task, answers[task - from], null);
      }
    }
  }

  private static int turn(int i, int sides, long coins, int coin) {
    return (int) ((i + (coins >>> coin)) & 1) % sides;
  }

  private long allocated() {
    return threads instanceof com.sun.management.ThreadMXBean bean
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }

  private static Method entry(Program program, ProgramLoader loader, Records records)
      throws IOException {
    try {
      return program.load(loader);
    } catch (ReflectiveOperationException | LinkageError e) {
      records.unusable(e.toString());
      Runtime.getRuntime().halt(0);
      throw new IOException(e);
    }
  }

  private static void ask(Method entry, String input, Answer answer) {
    try {
      answer.text = (String) entry.invoke(null, input);
    } catch (InvocationTargetException e) {
      answer.thrown = e.getCause();
    } catch (Throwable e) {
      answer.thrown = e;
    }
  }

  private void describe(Answer answer) {
    Throwable thrown = answer.thrown;
    if (thrown != null) {
      answer.status = THREW;
      answer.text = describe(thrown);
    } else if (answer.text == null) {
      answer.status = THREW;
      answer.text = "no answer: null was returned";
    } else if (answer.text.length() > answerLimit) {
      answer.status = THREW;
      answer.text = "an answer longer than " + answerLimit + " characters";
    }
  }

  private String describe(Throwable thrown) {
    String name = thrown.getClass().getName();
    try {
      String message = thrown.getMessage();
      String text = message == null ? name : name + ": " + message;
      return text.length() > answerLimit ? text.substring(0, answerLimit) : text;
    } catch (Throwable e) {
      return name; // It describes itself badly.
    }
  }

  /** What came of one task. */
  private static final class Answer {
    byte status = ANSWERED;
    @Nullable String text;
    @Nullable Throwable thrown;
    long steps;
    long outside;
    long cpu;
    long wall;
    long allocated;
    String[] wanted = new String[0];
  }

  /** Writes records that begin with the nonce, and at the end how many there were. */
  private static final class Records {
    private static final byte RESULT = 1;
    private static final byte UNUSABLE = 2;
    private static final byte END = 3;

    private final long nonce;
    private final DataOutputStream out;
    private final AtomicBoolean done;
    private int written;

    Records(long nonce, OutputStream raw, AtomicBoolean done) {
      this.nonce = nonce;
      this.done = done;
      this.out = new DataOutputStream(new BufferedOutputStream(raw, 1 << 16));
    }

    void write(int pass, int side, int task, Answer answer, @Nullable Recorder recorder)
        throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream record = new DataOutputStream(bytes);
      record.writeInt(pass);
      record.writeInt(side);
      record.writeInt(task);
      record.writeByte(answer.status);
      byte[] text = String.valueOf(answer.text).getBytes(StandardCharsets.UTF_8);
      record.writeInt(text.length);
      record.write(text);
      record.writeLong(answer.steps);
      record.writeLong(answer.outside);
      record.writeLong(answer.cpu);
      record.writeLong(answer.wall);
      record.writeLong(answer.allocated);
      record.writeInt(answer.wanted.length);
      for (String name : answer.wanted) {
        record.writeUTF(name);
      }
      record.writeBoolean(recorder != null);
      if (recorder != null) {
        writeSparse(record, recorder.visits());
        writeSparse(record, recorder.calls());
        writeSparse(record, recorder.repeats());
      }
      frame(RESULT, bytes.toByteArray());
    }

    private static void writeSparse(DataOutputStream record, long[] values) throws IOException {
      int used = 0;
      for (long value : values) {
        used += value == 0 ? 0 : 1;
      }
      record.writeInt(used);
      for (int i = 0; i < values.length; i++) {
        if (values[i] != 0) {
          record.writeInt(i);
          record.writeLong(values[i]);
        }
      }
    }

    void unusable(String reason) throws IOException {
      frame(UNUSABLE, reason.getBytes(StandardCharsets.UTF_8));
      end();
    }

    /** The last record is written in one go, so that the host has all of it or nothing. */
    void end() throws IOException {
      out.flush();
      done.set(true);
      int total = written;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new DataOutputStream(bytes).writeInt(total);
      frame(END, bytes.toByteArray());
      out.flush();
    }

    private void frame(byte kind, byte[] content) throws IOException {
      written++;
      out.writeLong(nonce);
      out.writeByte(kind);
      out.writeInt(content.length);
      out.write(content);
    }
  }
}
