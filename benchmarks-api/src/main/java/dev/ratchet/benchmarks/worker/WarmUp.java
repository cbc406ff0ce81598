package dev.ratchet.benchmarks.worker;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Makes copies of two versions and lets each answer; coins say which side of a copy is loaded
 * first, and which answers first.
 *
 * <p>All copies take turns, so all are equally warm whether the executions or the time end it. The
 * numbers of the pass are copies, executions of each, and the range of the tasks.
 */
final class WarmUp implements Course {
  private static final long LONGEST_NANOS = 1_000_000_000;

  /** By side, the copies; each was loaded by a loader of its own. */
  final Method[][] copies;

  private final Job job;
  private final Pass pass;
  private final long begun;
  private int turn;

  WarmUp(Job job, Pass pass) throws ReflectiveOperationException {
    this.job = job;
    this.pass = pass;
    this.copies = new Method[pass.sides.length][pass.numbers[0]];
    for (int copy = 0; copy < pass.numbers[0]; copy++) {
      for (int i = 0; i < copies.length; i++) {
        int side = pass.turn(i, copy);
        copies[side][copy] = job.programs[pass.sides[side]].entry();
      }
    }
    this.begun = System.nanoTime();
  }

  @Override
  public @Nullable Turn next() {
    int sides = copies.length;
    int ofAll = sides * pass.numbers[0];
    int execution = turn / ofAll;
    boolean isLate = turn % ofAll == 0 && System.nanoTime() - begun > LONGEST_NANOS;
    if (execution == pass.numbers[1] || turn > 0 && isLate) {
      return null;
    }
    int copy = turn % ofAll / sides;
    int side = pass.turn(turn % sides, 32 + copy);
    turn++;
    int task = pass.numbers[2] + execution % (pass.numbers[3] - pass.numbers[2]);
    return Turn.plain(job, pass.sides[side], task, 1, copies[side][copy]);
  }

  @Override
  public void done(Turn done) {
    // What it answered is asked of others.
  }
}
