package dev.ratchet.benchmarks.worker;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;

/** Times answers one by one, and copies of two versions in a duet. */
final class Timing {
  private static final long LONGEST_WARM_UP_NANOS = 1_000_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Job job;
  private final Records records;

  /** By side, the copies that are warm; each was loaded by a loader of its own. */
  private Method[][] warm = new Method[0][];

  Timing(Job job, Records records) {
    this.job = job;
    this.records = records;
  }

  /** The sides take turns task by task, and a coin says which is first. */
  void time(Pass pass) throws IOException, ReflectiveOperationException {
    Method[] entries = new Method[pass.sides.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = job.programs[pass.sides[i]].entry();
    }
    for (int task = 0; task < job.tasks.length; task++) {
      for (int i = 0; job.tasks[task].timed && i < entries.length; i++) {
        int turn = pass.turn(i, task & 63);
        Answer answer = new Answer();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        answer.ask(entries[turn], job.tasks[task].input);
        answer.wall = System.nanoTime() - wall;
        answer.cpu = threads.getCurrentThreadCpuTime() - cpu;
        answer.describe(job.answerLimit);
        records.write(pass, pass.sides[turn], task, answer, null);
      }
    }
  }

  /** Coins say which side of a copy is loaded first, and which is warmed up first. */
  void warm(Pass pass) throws ReflectiveOperationException {
    int copies = pass.numbers[0];
    warm = new Method[pass.sides.length][copies];
    for (int copy = 0; copy < copies; copy++) {
      for (int i = 0; i < warm.length; i++) {
        int side = pass.turn(i, copy);
        warm[side][copy] = job.programs[pass.sides[side]].entry();
      }
    }
    warmUp(pass);
  }

  /**
   * All copies take turns, so all are equally warm whether the executions or the time end it.
   *
   * <p>The numbers are copies, executions of each, and the range of the tasks.
   */
  private void warmUp(Pass pass) {
    int from = pass.numbers[2];
    int tasks = pass.numbers[3] - from;
    long begun = System.nanoTime();
    for (int i = 0; i < pass.numbers[1]; i++) {
      for (int copy = 0; copy < pass.numbers[0]; copy++) {
        for (int side = 0; side < warm.length; side++) {
          Method entry = warm[pass.turn(side, 32 + copy)][copy];
          new Answer().ask(entry, job.tasks[from + i % tasks].input);
        }
      }
      if (System.nanoTime() - begun > LONGEST_WARM_UP_NANOS) {
        return;
      }
    }
  }

  /**
   * One copy of each side answers the same tasks; each is timed as a whole, and a coin says when.
   *
   * <p>The numbers are the copy and the range of the tasks.
   */
  void duet(Pass pass) throws IOException {
    int from = pass.numbers[1];
    int to = pass.numbers[2];
    for (int i = 0; i < pass.sides.length; i++) {
      int side = pass.turn(i, 0);
      Answer[] answers = new Answer[to - from];
      for (int task = from; task < to; task++) {
        answers[task - from] = new Answer();
      }
      Method entry = warm[side][pass.numbers[0]];
      long allocated = allocated();
      long cpu = threads.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      for (int task = from; task < to; task++) {
        answers[task - from].ask(entry, job.tasks[task].input);
      }
      answers[0].wall = System.nanoTime() - wall;
      answers[0].cpu = threads.getCurrentThreadCpuTime() - cpu;
      answers[0].allocated = allocated() - allocated;
      for (int task = from; task < to; task++) {
        answers[task - from].describe(job.answerLimit);
        records.write(pass, pass.sides[side], task, answers[task - from], null);
      }
    }
  }

  private long allocated() {
    return threads instanceof com.sun.management.ThreadMXBean bean
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }
}
