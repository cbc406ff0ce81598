package dev.ratchet.benchmarks.worker;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the steps of answers, and profiles them if asked to.
 *
 * <p>Each task meets a fresh copy of the program, so no count depends on the order of tasks. The
 * coins of the host draw that order; whoever counts in two of them sees whether it is so.
 */
final class Counting implements Course {
  private final Job job;
  private final Pass pass;
  private final Records records;
  private final int[] tasks;
  private int next;
  private @Nullable ProgramLoader loader;

  Counting(Job job, Pass pass, Records records) {
    this.job = job;
    this.pass = pass;
    this.records = records;
    int[] counted = new int[job.tasks.length];
    int count = 0;
    for (int task = 0; task < counted.length; task++) {
      if (job.tasks[task].counted) {
        counted[count++] = task;
      }
    }
    this.tasks = pass.mixed(Arrays.copyOf(counted, count));
  }

  @Override
  public @Nullable Turn next() throws ReflectiveOperationException {
    if (next == tasks.length) {
      return null;
    }
    Program program = job.programs[pass.sides[0]];
    ProgramLoader fresh = program.loader();
    loader = fresh;
    Recorder recorder = pass.kind == Pass.PROFILE ? program.recorder() : null;
    return Turn.counted(job, pass.sides[0], tasks[next++], program.entry(fresh), recorder);
  }

  @Override
  public void done(Turn turn) throws IOException {
    Answer answer = turn.answers[0];
    if (answer.isExhausted) {
      answer.ranOutOfSteps();
      job.tasks[turn.first].timed = false;
    }
    answer.describe(job.answerLimit);
    if (loader != null) {
      answer.wanted = loader.wanted();
    }
    records.write(pass, turn);
  }
}
