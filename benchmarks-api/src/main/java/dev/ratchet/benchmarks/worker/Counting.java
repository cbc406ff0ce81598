package dev.ratchet.benchmarks.worker;

import java.io.IOException;
import java.lang.reflect.Method;

/** Counts the steps of answers, and profiles them if asked to. */
final class Counting {
  private final Job job;
  private final Records records;

  Counting(Job job, Records records) {
    this.job = job;
    this.records = records;
  }

  /** Each task meets a fresh copy of the program, so no count depends on the order of tasks. */
  void run(Pass pass) throws IOException, ReflectiveOperationException {
    for (int task = 0; task < job.tasks.length; task++) {
      if (job.tasks[task].counted) {
        count(pass, task);
      }
    }
  }

  private void count(Pass pass, int number) throws IOException, ReflectiveOperationException {
    Program program = job.programs[pass.sides[0]];
    Job.Task task = job.tasks[number];
    ProgramLoader loader = program.loader();
    Method entry = program.entry(loader);
    Recorder recorder = pass.kind == Pass.PROFILE ? program.recorder() : null;
    Answer answer = new Answer();
    Meter.begin(task.budget, recorder);
    answer.ask(entry, task.input);
    answer.steps = Meter.steps();
    answer.outside = Meter.outside();
    if (Meter.isExhausted()) {
      answer.ranOutOfSteps();
      task.timed = false;
    }
    Meter.begin(Long.MAX_VALUE, null);
    answer.describe(job.answerLimit);
    answer.wanted = loader.wanted();
    records.write(pass, pass.sides[0], number, answer, recorder);
  }
}
