package dev.ratchet.java;

import dev.ratchet.benchmarks.Subject.EntryPoint;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a worker process is told: programs, inputs, and passes over them. No checker, no answer.
 *
 * <p>The format is the one that {@code dev.ratchet.benchmarks.worker.Worker} reads.
 */
record WorkerJob(List<Program> programs, List<Question> questions, List<Pass> passes) {
  static final int ANSWER_LIMIT = 1 << 16;

  private static final int STACK_BYTES = 1 << 23;

  /** One version of the class files, with the size of its profile. */
  record Program(
      EntryPoint entry, Map<String, byte[]> classes, BlockMap map, List<String> libraries) {}

  /** One input with the steps it may cost, and whether it is to be counted and worth timing. */
  record Question(String input, long budget, boolean counted, boolean timed) {}

  /** One way over all inputs, for one program, or for two that take turns. */
  record Pass(Kind kind, long coins, List<Integer> sides, List<Integer> numbers) {
    enum Kind {
      COUNT,
      PROFILE,
      TIME,
      WARM,
      DUET
    }

    static Pass count(int side) {
      return new Pass(Kind.COUNT, 0, List.of(side), List.of());
    }

    /** Counts in an order that coins draw. */
    static Pass recount(long coins, int side) {
      return new Pass(Kind.COUNT, coins | 1, List.of(side), List.of());
    }

    static Pass profile(int side) {
      return new Pass(Kind.PROFILE, 0, List.of(side), List.of());
    }

    static Pass time(long coins, Integer... sides) {
      return new Pass(Kind.TIME, coins, List.of(sides), List.of());
    }

    /** Loads copies of two programs and lets each run, on the inputs of a range. */
    static Pass warm(
        long coins, List<Integer> sides, int copies, int executions, int from, int to) {
      return new Pass(Kind.WARM, coins, sides, List.of(copies, executions, from, to));
    }

    /** Times a warm copy of each of two programs on the inputs of a range as a whole. */
    static Pass duet(long coins, List<Integer> sides, int copy, int from, int to) {
      return new Pass(Kind.DUET, coins, sides, List.of(copy, from, to));
    }

    /** Returns whether an answer to an input is due. */
    boolean isDue(int task, Question question) {
      return switch (kind) {
        case COUNT, PROFILE -> question.counted();
        case TIME -> question.timed();
        case WARM -> false;
        case DUET -> task >= numbers.get(1) && task < numbers.get(2);
      };
    }
  }

  /** Returns the bytes of the job. */
  byte[] encode(long nonce) {
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      write(new DataOutputStream(body), nonce);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.size() + 8);
      DataOutputStream frame = new DataOutputStream(bytes);
      frame.writeInt(STACK_BYTES);
      frame.writeInt(body.size());
      body.writeTo(frame);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(DataOutputStream out, long nonce) throws IOException {
    out.writeLong(nonce);
    out.writeInt(ANSWER_LIMIT);
    out.writeInt(programs.size());
    for (Program program : programs) {
      write(out, program);
    }
    out.writeInt(questions.size());
    for (Question question : questions) {
      writeBytes(out, question.input().getBytes(StandardCharsets.UTF_8));
      out.writeLong(question.budget());
      out.writeBoolean(question.counted());
      out.writeBoolean(question.timed());
    }
    out.writeInt(passes.size());
    for (Pass pass : passes) {
      out.writeByte(pass.kind().ordinal());
      out.writeLong(pass.coins());
      out.writeInt(pass.sides().size());
      for (int side : pass.sides()) {
        out.writeInt(side);
      }
      out.writeInt(pass.numbers().size());
      for (int number : pass.numbers()) {
        out.writeInt(number);
      }
    }
  }

  private static void write(DataOutputStream out, Program program) throws IOException {
    out.writeUTF(program.entry().type());
    out.writeUTF(program.entry().method());
    out.writeInt(program.map().blocks().size());
    out.writeInt(program.map().methods().size());
    out.writeInt(program.libraries().size());
    for (String library : program.libraries()) {
      out.writeUTF(library);
    }
    out.writeInt(program.classes().size());
    for (Map.Entry<String, byte[]> entry : program.classes().entrySet()) {
      out.writeUTF(entry.getKey());
      writeBytes(out, entry.getValue());
    }
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Returns how many results a complete report of a pass has at most. */
  int results(Pass pass) {
    return pass.sides().size() * questions.size();
  }
}
