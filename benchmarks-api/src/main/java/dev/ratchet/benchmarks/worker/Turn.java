package dev.ratchet.benchmarks.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * One version answers one or more tasks in a row.
 *
 * <p>Whatever is measured, the program is called from here in the same way, so that its stack does
 * not tell it whether steps are counted, time is taken or a copy is warmed up.
 */
final class Turn {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  final int side;
  final int first;
  final Answer[] answers;
  final @Nullable Recorder recorder;
  private final Method entry;
  private final Job.Task[] tasks;
  private final long budget;

  private Turn(
      int side,
      int first,
      int count,
      Method entry,
      Job job,
      long budget,
      @Nullable Recorder recorder) {
    this.side = side;
    this.first = first;
    this.entry = entry;
    this.tasks = job.tasks;
    this.budget = budget;
    this.recorder = recorder;
    this.answers = new Answer[count];
    for (int i = 0; i < count; i++) {
      answers[i] = new Answer();
    }
  }

  /** A turn over a range of the tasks. */
  static Turn plain(Job job, int side, int first, int count, Method entry) {
    return new Turn(side, first, count, entry, job, Long.MAX_VALUE, null);
  }

  /** A turn of one task that may cost so many steps. */
  static Turn counted(Job job, int side, int task, Method entry, @Nullable Recorder recorder) {
    return new Turn(side, task, 1, entry, job, job.tasks[task].budget, recorder);
  }

  void run() {
    long allocated = allocated();
    Meter.begin(budget, recorder);
    long cpu = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    for (int i = 0; i < answers.length; i++) {
      answers[i].ask(entry, tasks[first + i].input);
    }
    wall = System.nanoTime() - wall;
    cpu = THREADS.getCurrentThreadCpuTime() - cpu;
    Answer answer = answers[0];
    answer.steps = Meter.steps();
    answer.outside = Meter.outside();
    answer.isExhausted = Meter.isExhausted();
    Meter.begin(Long.MAX_VALUE, null);
    answer.wall = wall;
    answer.cpu = cpu;
    answer.allocated = allocated() - allocated;
  }

  private static long allocated() {
    return THREADS instanceof com.sun.management.ThreadMXBean bean
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }
}
