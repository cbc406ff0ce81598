package dev.ratchet.benchmarks.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the host asks for: programs, tasks, and passes over them. */
final class Job {
  final long nonce;
  final int answerLimit;
  final Program[] programs;
  final Task[] tasks;
  final Pass[] passes;

  /** One task, and what is wanted of it. */
  static final class Task {
    final String input;
    final long budget;
    final boolean counted;

    /** Whether it is timed, which what ran out of steps is not. */
    boolean timed;

    Task(DataInputStream job) throws IOException {
      input = new String(readBytes(job), StandardCharsets.UTF_8);
      budget = job.readLong();
      counted = job.readBoolean();
      timed = job.readBoolean();
    }
  }

  Job(byte[] bytes) throws IOException {
    DataInputStream job = new DataInputStream(new ByteArrayInputStream(bytes));
    nonce = job.readLong();
    answerLimit = job.readInt();
    programs = new Program[job.readInt()];
    for (int i = 0; i < programs.length; i++) {
      programs[i] = new Program(job);
    }
    tasks = new Task[job.readInt()];
    for (int i = 0; i < tasks.length; i++) {
      tasks[i] = new Task(job);
    }
    passes = new Pass[job.readInt()];
    for (int i = 0; i < passes.length; i++) {
      passes[i] = new Pass(i, job);
    }
  }

  static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
