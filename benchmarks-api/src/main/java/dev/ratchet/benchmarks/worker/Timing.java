package dev.ratchet.benchmarks.worker;

import java.io.IOException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Times answers one by one; the sides take turns task by task, and a coin says which is first. */
final class Timing implements Course {
  private final Job job;
  private final Pass pass;
  private final Records records;
  private final Method[] entries;
  private int task;
  private int turn;

  Timing(Job job, Pass pass, Records records) throws ReflectiveOperationException {
    this.job = job;
    this.pass = pass;
    this.records = records;
    this.entries = new Method[pass.sides.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = job.programs[pass.sides[i]].entry();
    }
  }

  @Override
  public @Nullable Turn next() {
    while (task < job.tasks.length && (!job.tasks[task].timed || turn == entries.length)) {
      task++;
      turn = 0;
    }
    if (task == job.tasks.length) {
      return null;
    }
    int side = pass.turn(turn++, task & 63);
    return Turn.plain(job, pass.sides[side], task, 1, entries[side]);
  }

  @Override
  public void done(Turn done) throws IOException {
    done.answers[0].describe(job.answerLimit);
    records.write(pass, done);
  }
}
